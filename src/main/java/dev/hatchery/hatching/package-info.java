/**
 * The hatching saga: owns the steps from a description to a saved companion, asks for the persona
 * and the avatar, and makes a fallback persona when no model can.
 */
@NullMarked
package dev.hatchery.hatching;

import org.jspecify.annotations.NullMarked;
