/** Reads the Alertmanagers of each environment and keeps what they say, as one. */
@NullMarked
package dev.binnacle.portal.alert.board;

import org.jspecify.annotations.NullMarked;
