/**
 * What arrives over a byte stream, cut wherever the network cut it, as whole lines and whole
 * events. Knows only the JDK, since the terminal and the language models both read with it.
 */
@NullMarked
package dev.hatchery.wire;

import org.jspecify.annotations.NullMarked;
