/**
 * What operators measure: every figure of this process, with its name and its unit, in one place.
 * Parts tell it what they did; nothing is asked of it but the whole, as Prometheus reads it.
 */
@NullMarked
package dev.hatchery.metrics;

import org.jspecify.annotations.NullMarked;
