/**
 * Missions that are carried out by themselves, once or again and again. Owns the clock; says to the
 * missions' desk what is to be carried out; {@code Occurrences} is a plain object that is given the
 * time.
 */
@NullMarked
package dev.hatchery.mission.schedule;

import org.jspecify.annotations.NullMarked;
