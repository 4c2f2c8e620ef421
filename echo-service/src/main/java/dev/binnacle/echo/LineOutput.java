package dev.binnacle.echo;

import java.io.IOException;
import java.io.OutputStream;

/** Where request lines go, one whole line with its line end at a time; not called by two threads at once. */
@FunctionalInterface
interface LineOutput {
    void write(byte[] line) throws IOException;

    /** Called once no more lines come. */
    default void finish() throws IOException {}

    static LineOutput to(OutputStream stream) {
        return line -> {
            stream.write(line);
            stream.flush();
        };
    }
}
