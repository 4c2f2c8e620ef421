@NullMarked
package dev.binnacle.portal.alert.board;

import org.jspecify.annotations.NullMarked;
