package dev.binnacle.portal.log;

/** A stretch of a line's text. */
record Piece(String text, boolean marked) {}
