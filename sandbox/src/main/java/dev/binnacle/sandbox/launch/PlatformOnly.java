package dev.binnacle.sandbox.launch;

import dev.binnacle.sandbox.part.Part;
import dev.binnacle.sandbox.part.Parts;
import dev.binnacle.sandbox.part.ScratchFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** The platform without the portal, for a test run: every module's tests attach to it by its address file. */
public final class PlatformOnly {
    private final Path addressFile;
    private final List<Part> catalogue;
    private final List<Part> onDemand;
    private final Clock clock;

    /** @param onDemand parts that start when a test asks for them */
    public PlatformOnly(Path addressFile, List<Part> catalogue, List<Part> onDemand, Clock clock) {
        this.addressFile = addressFile.toAbsolutePath();
        this.catalogue = catalogue;
        this.onDemand = onDemand;
        this.clock = clock;
    }

    /** Runs until standard input ends or this process is stopped. */
    public void run() throws IOException {
        var terminal = new Terminal(System.out, clock.instant());
        var folder = ScratchFolder.create();
        var parts = new Parts(
                folder.path(),
                clock,
                Stream.concat(catalogue.stream(), onDemand.stream()).toList());
        parts.onChange(status -> {
            terminal.show(status, clock.instant());
            parts.addresses().write(addressFile);
        });
        var ending = new Ending(parts, () -> {}, folder::delete);
        ending.add(ControlServer.open(parts)::close);
        Runtime.getRuntime().addShutdownHook(new Thread(ending::stop, "stop"));
        parts.addresses().write(addressFile);
        parts.startAll(catalogue);
        System.in.transferTo(OutputStream.nullOutputStream());
        ending.stop();
    }
}
