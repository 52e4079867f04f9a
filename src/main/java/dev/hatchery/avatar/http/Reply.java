package dev.hatchery.avatar.http;

import io.vertx.core.buffer.Buffer;

/**
 * What a server answered.
 *
 * @param body empty when it was a stream of events
 */
record Reply(int status, Buffer body) {

  private static final int OK_FIRST = 200;
  private static final int OK_LAST = 299;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  boolean well() {
    return status >= OK_FIRST && status <= OK_LAST;
  }

  boolean barred() {
    return status == UNAUTHORIZED || status == FORBIDDEN;
  }
}
