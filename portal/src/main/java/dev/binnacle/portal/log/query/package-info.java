/** The query language of log search: what a reader types, as a tree. Pure; knows neither fields nor Elasticsearch. */
@NullMarked
package dev.binnacle.portal.log.query;

import org.jspecify.annotations.NullMarked;
