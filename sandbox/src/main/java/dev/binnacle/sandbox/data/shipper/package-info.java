/** Brings the log lines of pods into Elasticsearch, each once, in the shape in which Fluent Bit does. */
@NullMarked
package dev.binnacle.sandbox.data.shipper;

import org.jspecify.annotations.NullMarked;
