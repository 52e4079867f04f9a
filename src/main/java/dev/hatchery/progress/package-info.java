/**
 * How far each running run of this node is. Owns plan, percentage, rate limit and estimates; hears
 * what workers report; says what is to be appended to the journal. All but the verticle and its
 * keepers are plain objects that are given the time, which must never step back.
 */
@NullMarked
package dev.hatchery.progress;

import org.jspecify.annotations.NullMarked;
