package dev.binnacle.portal.alert.board;

import dev.binnacle.portal.environment.Environment;
import java.time.Instant;

/**
 * The Alertmanagers of an environment were read, whether or not something changed.
 *
 * @param begun before the first was asked: what happened earlier is on the board
 */
public record BoardRead(Environment environment, Board board, Instant begun) {}
