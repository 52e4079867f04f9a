/**
 * Owns the connections to servers that paint, and how far they say they are.
 *
 * <p>Says: progress, previews and the picture, to whoever ordered it. Hears: orders, and their
 * cancellation.
 */
@NullMarked
package dev.hatchery.avatar.http;

import org.jspecify.annotations.NullMarked;
