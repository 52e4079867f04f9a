/**
 * Tools that a user adds by configuration: commands on this machine and servers. Owns the processes
 * it starts and leaves none behind.
 */
@NullMarked
package dev.hatchery.mission.tool.custom;

import org.jspecify.annotations.NullMarked;
