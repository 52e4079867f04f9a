/**
 * The habitats: sky, disc, far and near shapes, ground.
 *
 * <p>Owns all that lies behind a creature; knows nothing of creatures.
 */
@NullMarked
package dev.hatchery.avatar.painter.habitats;

import org.jspecify.annotations.NullMarked;
