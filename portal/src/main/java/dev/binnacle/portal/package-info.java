/** The portal: a modular monolith, one package per room. */
@NullMarked
package dev.binnacle.portal;

import org.jspecify.annotations.NullMarked;
