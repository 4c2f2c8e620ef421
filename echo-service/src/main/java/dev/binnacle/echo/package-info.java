/** The bundled workload: answers with the query parameters it was sent and writes them to standard output. */
@NullMarked
package dev.binnacle.echo;

import org.jspecify.annotations.NullMarked;
