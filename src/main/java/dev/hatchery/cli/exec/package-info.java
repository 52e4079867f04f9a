/**
 * A command of somebody else's that runs as if we were not there, and what of it is told to a
 * Hatchery: its terminal is passed on byte for byte, its bars become a run.
 */
@NullMarked
package dev.hatchery.cli.exec;

import org.jspecify.annotations.NullMarked;
