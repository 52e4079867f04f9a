/**
 * Owns the rendering of avatars: the renderer's process in its pseudo-terminal, the reading of its
 * progress bars, the judging of its picture.
 *
 * <p>Says: how far the picture is, previews of it, and how it ended. Hears: orders to render and to
 * cancel.
 */
@NullMarked
package dev.hatchery.avatar;

import org.jspecify.annotations.NullMarked;
