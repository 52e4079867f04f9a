/**
 * Work of other programs. Owns the runs that they report and have not ended: which run an emission
 * is about, what its task has to do and how far it is. Hears emissions and says them to the
 * aggregator, with a percentage, a checklist and an ending. All but the verticle, its index and its
 * memory of what is under way are plain objects that are given the time.
 */
@NullMarked
package dev.hatchery.task;

import org.jspecify.annotations.NullMarked;
