/**
 * The queue: owns which runs wait and which run here. Hears submit, cancel and retry; says who
 * waits for how many, and starts a run when a slot is free.
 */
@NullMarked
package dev.hatchery.run;

import org.jspecify.annotations.NullMarked;
