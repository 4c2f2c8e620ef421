/** The parts that hold data: PostgreSQL, Elasticsearch, and the shipper that brings logs there. */
@NullMarked
package dev.binnacle.sandbox.data;

import org.jspecify.annotations.NullMarked;
