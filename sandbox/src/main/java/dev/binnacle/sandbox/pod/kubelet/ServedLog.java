package dev.binnacle.sandbox.pod.kubelet;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * A log that can be read.
 *
 * @param ended whether nothing more will be written to it
 */
public record ServedLog(Path file, BooleanSupplier ended) {}
