package dev.hatchery.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The statements of the connection that writes, each prepared once: to prepare one takes longer
 * than to run it. Used by one transaction at a time.
 */
final class Prepared {
  private final Statements statements;
  private final Map<String, PreparedStatement> ready = new HashMap<>();
  private @Nullable Connection real;

  Prepared(Statements statements) {
    this.statements = statements;
  }

  /** From now on statements are those of this connection. */
  @SuppressWarnings("ReferenceEquality")
  void on(Connection connection) throws SQLException {
    // What heals has another connection inside once one broke, and the statements broke with it.
    var now = connection.unwrap(Connection.class);
    if (now != real) {
      ready.clear();
      real = now;
    }
  }

  /** The statement of this name; whoever has its rows closes them, and not the statement. */
  PreparedStatement get(String name) throws SQLException {
    var known = ready.get(name);
    if (known == null) {
      if (real == null) {
        throw new IllegalStateException("there is no connection yet");
      }
      known = real.prepareStatement(statements.text(name));
      ready.put(name, known);
    }
    return known;
  }

  /** Parts with all of them: one that failed may be of no use any more, and may hold a lock. */
  void forget() throws SQLException {
    real = null;
    try {
      for (var statement : ready.values()) {
        statement.close();
      }
    } finally {
      ready.clear();
    }
  }
}
