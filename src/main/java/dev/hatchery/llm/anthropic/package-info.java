/**
 * Anthropic's Messages: owns its request and its events; the events are also what the {@code
 * claude} command line passes on.
 */
@NullMarked
package dev.hatchery.llm.anthropic;

import org.jspecify.annotations.NullMarked;
