/** Hatchery: runs long AI work and shows its true progress, live. */
@NullMarked
package dev.hatchery;

import org.jspecify.annotations.NullMarked;
