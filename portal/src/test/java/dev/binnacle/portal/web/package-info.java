@NullMarked
package dev.binnacle.portal.web;

import org.jspecify.annotations.NullMarked;
