/**
 * The conversation's carrier: asks, answers, announces and listens on Vert.x's event bus, with one
 * codec for every message and every failure turned into a typed problem.
 */
@NullMarked
package dev.hatchery.bus;

import org.jspecify.annotations.NullMarked;
