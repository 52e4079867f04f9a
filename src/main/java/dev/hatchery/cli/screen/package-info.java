/**
 * Drawing in a terminal: text that is safe and as wide as it looks, lines, boxes and bars, and the
 * painter that sends only what changed. All pure but for {@link dev.hatchery.cli.screen.Terminal}.
 */
@NullMarked
package dev.hatchery.cli.screen;

import org.jspecify.annotations.NullMarked;
