/**
 * The HTTP interface: owns the server and its connections. Asks the other verticles, hears the feed
 * of this node, and says everything as JSON, as server-sent events or as a problem. Who may call at
 * all is decided by {@code Guard}, who it is by {@code Authentication}, in these two places alone.
 */
@NullMarked
package dev.hatchery.web;

import org.jspecify.annotations.NullMarked;
