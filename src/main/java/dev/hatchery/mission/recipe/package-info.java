/** Missions to be had again. Owns the recipes that are built in; asks the missions' desk. */
@NullMarked
package dev.hatchery.mission.recipe;

import org.jspecify.annotations.NullMarked;
