package dev.hatchery.persistence;

import io.vertx.core.buffer.Buffer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In what the databases differ beyond their statements. */
enum Dialect {
  SQLITE {
    @Override
    @Nullable Object taken(@Nullable Object value) {
      return value;
    }
  },

  POSTGRESQL {
    @Override
    @Nullable Object taken(@Nullable Object value) {
      if (value instanceof byte[] bytes) {
        return Buffer.buffer(bytes);
      }
      // Of all characters it keeps all but this, and nobody shall fail who hears it somewhere.
      return value instanceof String text ? text.replace('\0', '\ufffd') : value;
    }
  };

  /** A value of a statement as the client takes it. */
  abstract @Nullable Object taken(@Nullable Object value);

  /** In the names of files. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
