package dev.hatchery.mission.tool.web;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A fetched page.
 *
 * @param url where it was in the end
 * @param type what the server said that it is, or null
 */
record Page(String url, @Nullable String type, Buffer body) {}
