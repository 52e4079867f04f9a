/**
 * Talking to a language model over HTTP: owns the connections, hears requests, says what a body
 * holds and, in one type of exception, what went wrong. Never retries, never follows a redirect.
 */
@NullMarked
package dev.hatchery.llm.http;

import org.jspecify.annotations.NullMarked;
