/**
 * The node's end of the journal: owns the hot tail, the newest events encoded once for all. Hears
 * that events were committed, tells them in order and without a gap, and answers what follows a
 * place. A watcher holds such a place and nothing else.
 */
@NullMarked
package dev.hatchery.stream;

import org.jspecify.annotations.NullMarked;
