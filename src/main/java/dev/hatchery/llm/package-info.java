/**
 * Language models and what is read from them: owns the models, hears commissions, says the pieces
 * of an answer, its measured progress and the persona in it.
 */
@NullMarked
package dev.hatchery.llm;

import org.jspecify.annotations.NullMarked;
