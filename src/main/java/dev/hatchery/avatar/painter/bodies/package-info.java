/**
 * The body plans, each a creature put into the sketch from back to front.
 *
 * <p>Owns how species are built; takes what they hold and wear from the parts.
 */
@NullMarked
package dev.hatchery.avatar.painter.bodies;

import org.jspecify.annotations.NullMarked;
