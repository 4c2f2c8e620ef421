/** Elasticsearch as a program of its own: one node on loopback, from jars alone. */
@NullMarked
package dev.binnacle.sandbox.elasticsearch;

import org.jspecify.annotations.NullMarked;
