package dev.binnacle.sandbox.launch;

import dev.binnacle.sandbox.part.Part;
import dev.binnacle.sandbox.part.Parts;
import dev.binnacle.sandbox.part.ScratchFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The platform without the portal, for a test run: every module's tests attach to it by its address file. */
public final class PlatformOnly {
    private final Path addressFile;
    private final List<Part> catalogue;
    private final Clock clock;

    public PlatformOnly(Path addressFile, List<Part> catalogue, Clock clock) {
        this.addressFile = addressFile.toAbsolutePath();
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Runs until standard input ends or this process is stopped. */
    public void run() throws IOException {
        var terminal = new Terminal(System.out, clock.instant());
        var folder = ScratchFolder.create();
        var parts = new Parts(folder.path(), clock, catalogue);
        parts.onChange(status -> {
            terminal.show(status, clock.instant());
            parts.addresses().write(addressFile);
        });
        var ending = new Ending(parts, () -> {}, folder::delete);
        ending.add(ControlServer.open(parts)::close);
        Runtime.getRuntime().addShutdownHook(new Thread(ending::stop, "stop"));
        parts.addresses().write(addressFile);
        parts.startAll();
        System.in.transferTo(OutputStream.nullOutputStream());
        ending.stop();
    }
}
