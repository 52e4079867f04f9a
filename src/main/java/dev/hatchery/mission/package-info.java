/**
 * Missions: work that Hatchery does itself, in seven steps, and learns from. Owns which tool is
 * chosen and what it may cost; ranking, budget and intent rules are plain objects without Vert.x.
 */
@NullMarked
package dev.hatchery.mission;

import org.jspecify.annotations.NullMarked;
