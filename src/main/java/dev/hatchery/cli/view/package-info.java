/**
 * What is known of runs while they are watched, and what that looks like in a terminal: records
 * that events make into their successors, and screens that are functions of them.
 */
@NullMarked
package dev.hatchery.cli.view;

import org.jspecify.annotations.NullMarked;
