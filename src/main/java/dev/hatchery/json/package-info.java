/**
 * JSON at the edges: the mappers, strict about what they read, and the shapes that more than one
 * feature shows.
 */
@NullMarked
package dev.hatchery.json;

import org.jspecify.annotations.NullMarked;
