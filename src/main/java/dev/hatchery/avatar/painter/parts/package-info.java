/**
 * The parts that bodies share: faces, ears, tails, wings, things held and worn, signs, sparks.
 *
 * <p>Owns each part's drawing; knows nothing of whole bodies.
 */
@NullMarked
package dev.hatchery.avatar.painter.parts;

import org.jspecify.annotations.NullMarked;
