/** Ollama's own chat, whose errors, unlike those of its imitation of OpenAI, can be read. */
@NullMarked
package dev.hatchery.llm.ollama;

import org.jspecify.annotations.NullMarked;
