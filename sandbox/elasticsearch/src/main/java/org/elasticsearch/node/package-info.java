/** Classes that have to be in this package: the construction of a node is not visible outside of it, and its other classes are not
 * marked for nullness. */
package org.elasticsearch.node;
