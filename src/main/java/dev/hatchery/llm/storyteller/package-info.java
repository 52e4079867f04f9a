/**
 * The embedded storyteller: a language model without key or network. Owns its words and sentences,
 * hears a commission, says a persona as JSON piece by piece.
 */
@NullMarked
package dev.hatchery.llm.storyteller;

import org.jspecify.annotations.NullMarked;
