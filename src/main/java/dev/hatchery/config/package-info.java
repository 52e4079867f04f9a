/**
 * The configuration: one tree of records, read once at the start from the defaults, a file and the
 * environment, and checked with sentences.
 */
@NullMarked
package dev.hatchery.config;

import org.jspecify.annotations.NullMarked;
