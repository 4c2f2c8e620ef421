@NullMarked
package dev.binnacle.sandbox.monitoring;

import org.jspecify.annotations.NullMarked;
