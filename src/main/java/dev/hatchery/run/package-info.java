/**
 * Who works on which run. The queue owns which runs wait and which are at work here, each kind in a
 * lane for itself: it hears submit, cancel and retry, says who waits for how many, starts a run
 * when a slot of its kind is free, and sees to it that each one ends.
 *
 * <p>The node is this process among others: it enters under its name ({@code Entrance}), keeps the
 * lease of all its runs ({@code Tenure}) or says that they are lost, and tells the others how busy
 * it is. Each renewal keeps the watchdog quiet, which ends the renderers of a node that stands
 * still.
 */
@NullMarked
package dev.hatchery.run;

import org.jspecify.annotations.NullMarked;
