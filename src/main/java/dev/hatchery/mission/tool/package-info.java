/**
 * The tools of missions, each behind the same seam: what it serves, what it lacks, and its answer
 * to one call. Asks the language model over the bus; knows nothing of the life of a mission.
 */
@NullMarked
package dev.hatchery.mission.tool;

import org.jspecify.annotations.NullMarked;
