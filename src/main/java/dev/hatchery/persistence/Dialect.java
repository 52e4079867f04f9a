package dev.hatchery.persistence;

import io.vertx.core.buffer.Buffer;
import java.util.Locale;

/** In what the databases differ beyond their statements. */
enum Dialect {
  SQLITE,
  POSTGRESQL;

  /** In the names of files. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Bytes as its client takes them. */
  Object blob(byte[] bytes) {
    return this == SQLITE ? bytes : Buffer.buffer(bytes);
  }
}
