package dev.binnacle.sandbox.pod;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** An agent that takes memory outside the heap of the process which loads it, and never gives it back. */
public final class MemoryFiller {

    private MemoryFiller() {}

    /** Called by the process that loads the agent; the argument is a number of bytes. */
    public static void agentmain(String bytes) {
        Arena.global().allocate(Long.parseLong(bytes)).fill((byte) 1);
    }

    /** A jar with this agent, written into the folder. */
    static Path jar(Path folder) throws IOException {
        String entry = MemoryFiller.class.getName().replace('.', '/') + ".class";
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Agent-Class", MemoryFiller.class.getName());
        Path jar = Files.createTempFile(folder, "memory", ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream output = new JarOutputStream(file, manifest);
                InputStream code = MemoryFiller.class.getResourceAsStream("MemoryFiller.class")) {
            if (code == null) {
                throw new IOException("The class " + entry + " has no file");
            }
            output.putNextEntry(new JarEntry(entry));
            code.transferTo(output);
        }
        return jar;
    }
}
