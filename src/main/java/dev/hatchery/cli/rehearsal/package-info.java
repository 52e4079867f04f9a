/**
 * Plays a working day through a server in a few seconds, for the JVM to learn by: which classes it
 * needs, and which methods it is to compile, and how. What is done here is what later starts do
 * quickly.
 */
@NullMarked
package dev.hatchery.cli.rehearsal;

import org.jspecify.annotations.NullMarked;
