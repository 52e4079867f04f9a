/**
 * Language models and what is read from them: owns the models and what they are writing. Hears
 * prompts and halts; says how far an answer is, and the persona in it.
 */
@NullMarked
package dev.hatchery.llm;

import org.jspecify.annotations.NullMarked;
