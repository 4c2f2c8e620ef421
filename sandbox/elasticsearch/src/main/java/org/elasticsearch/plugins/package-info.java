/** One class that has to be in this package: a plugin as loaded is not visible outside of it, and its other classes are not
 * marked for nullness. */
package org.elasticsearch.plugins;
