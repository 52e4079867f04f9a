/** Finds the calculation in what people write, and works it out; runs no code and keeps nothing. */
@NullMarked
package dev.hatchery.mission.tool.arithmetic;

import org.jspecify.annotations.NullMarked;
