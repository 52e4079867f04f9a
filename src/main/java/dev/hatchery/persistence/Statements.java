package dev.hatchery.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The text of the statements, by name: {@code run/claim} stands in {@code sql/run/claim.sql}. */
final class Statements {
  private final Dialect dialect;
  private final Map<String, String> texts = new ConcurrentHashMap<>();

  /** Of one database; {@code claim.sqlite.sql} goes before {@code claim.sql}. */
  Statements(Dialect dialect) {
    this.dialect = dialect;
  }

  Dialect dialect() {
    return dialect;
  }

  String text(String name) {
    return texts.computeIfAbsent(name, this::load);
  }

  private String load(String name) {
    var exception = "/sql/%s.%s.sql".formatted(name, dialect.word());
    var path =
        Statements.class.getResource(exception) == null ? "/sql/%s.sql".formatted(name) : exception;
    try (var in = Statements.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no statement " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
