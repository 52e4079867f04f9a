/**
 * The queue: owns which runs wait and which run here, each kind for itself. Hears submit, cancel
 * and retry; says who waits for how many, and starts a run when a slot of its kind is free.
 */
@NullMarked
package dev.hatchery.run;

import org.jspecify.annotations.NullMarked;
