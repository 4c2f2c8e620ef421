/** Log lines in Elasticsearch: the client of each environment, its bounds, and what a search asks and gets. */
@NullMarked
package dev.binnacle.portal.log.search;

import org.jspecify.annotations.NullMarked;
