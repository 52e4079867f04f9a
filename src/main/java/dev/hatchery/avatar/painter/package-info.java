/**
 * The embedded painter: a program of its own that paints a creature from the words of a prompt.
 *
 * <p>Owns the reading of the words, the plan of the picture, its stages and its bar. Knows the JDK
 * only and hears nothing but its command line, since it runs as a child process like any renderer.
 */
@NullMarked
package dev.hatchery.avatar.painter;

import org.jspecify.annotations.NullMarked;
