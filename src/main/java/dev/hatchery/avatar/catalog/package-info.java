/**
 * Knows every way to paint and makes the configured one.
 *
 * <p>Says and hears nothing; whoever deploys the avatars asks it once.
 */
@NullMarked
package dev.hatchery.avatar.catalog;

import org.jspecify.annotations.NullMarked;
