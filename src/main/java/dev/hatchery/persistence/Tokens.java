package dev.hatchery.persistence;

import dev.hatchery.config.Config.Synchronous;
import dev.hatchery.config.DatabaseUrl;
import dev.hatchery.protocol.Credential;
import dev.hatchery.protocol.Owner;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The users' tokens, past the server that may be running on the database; it sees them soon. */
public final class Tokens {
  private static final Pattern PARAMETER = Pattern.compile("\\$(\\d)");

  private final Path data;
  private final InstantSource clock;
  private final DatabaseUrl shared;
  private final Statements statements;

  /** Those of a data directory. */
  public Tokens(Path data, InstantSource clock) {
    this(data, DatabaseUrl.NONE, clock);
  }

  /** Those of the database that several nodes share, or of a data directory where there is none. */
  public Tokens(Path data, DatabaseUrl shared, InstantSource clock) {
    this.data = data;
    this.shared = shared;
    this.clock = clock;
    this.statements = new Statements(shared.present() ? Dialect.POSTGRESQL : Dialect.SQLITE);
  }

  /**
   * A token without its secret.
   *
   * @param number by which it can be revoked; never given twice
   */
  public record Token(long number, Owner owner, boolean readOnly, Instant createdAt) {}

  /** A new token; its secret is kept nowhere. */
  public record Made(Token token, Credential secret) {}

  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /**
   * Makes a token; the directory and its database too where there is none.
   *
   * @throws StorageException with a sentence for people, as all methods here
   */
  public Made create(Owner owner, boolean readOnly) {
    var secret = Credential.token();
    var now = clock.instant().toEpochMilli();
    return new Made(with(connection -> insert(connection, secret, owner, readOnly, now)), secret);
  }

  /** All that are not revoked, oldest first. */
  public List<Token> list() {
    return with(
        connection -> {
          var tokens = new ArrayList<Token>();
          try (var statement = prepared(connection, "access/tokens");
              var rows = statement.executeQuery()) {
            while (rows.next()) {
              tokens.add(
                  token(
                      rows.getLong("id"),
                      rows.getString("owner"),
                      rows.getInt("read_only") != 0,
                      rows.getLong("created_at")));
            }
          }
          return tokens;
        });
  }

  /**
   * Revokes a token by its number, or all of a user by the name, with all that was made with them.
   *
   * @return how many tokens these were
   */
  public int revoke(String numberOrName) {
    return with(
        connection -> {
          try (var statement = prepared(connection, "access/revoke", numberOrName)) {
            return statement.executeUpdate();
          }
        });
  }

  private Token insert(
      Connection connection, Credential secret, Owner owner, boolean readOnly, long now)
      throws SQLException {
    var hash = new KeyedHash(key(connection)).of(secret.proof());
    try (var statement =
            prepared(
                connection,
                "access/make",
                "token",
                hash,
                owner.name(),
                readOnly ? 1 : 0,
                null,
                now,
                null,
                0);
        var rows = statement.executeQuery()) {
      rows.next();
      return token(rows.getLong("id"), owner.name(), readOnly, now);
    }
  }

  private String key(Connection connection) throws SQLException {
    try (var statement = prepared(connection, "access/key");
        var rows = statement.executeQuery()) {
      rows.next();
      return rows.getString("hash_key");
    }
  }

  private static Token token(long id, String owner, boolean readOnly, long createdAt) {
    return new Token(id, new Owner(owner), readOnly, Instant.ofEpochMilli(createdAt));
  }

  private <T> T with(Work<T> work) {
    return shared.present() ? withShared(work) : withFile(work);
  }

  private <T> T withShared(Work<T> work) {
    var server = new PostgresServer(shared);
    server.prepare();
    try (var connection = server.source().getConnection()) {
      return work.on(connection);
    } catch (SQLException e) {
      throw server.unusable(e);
    }
  }

  private <T> T withFile(Work<T> work) {
    var file = data.resolve(DatabaseFile.NAME);
    prepare(new DatabaseFile(file));
    try (var connection = SqliteSource.of(file, Synchronous.FULL).getConnection()) {
      return work.on(connection);
    } catch (SQLException e) {
      throw new StorageException("The tokens in %s cannot be reached now.".formatted(file), e);
    }
  }

  /** The server that runs has prepared it already; where none runs, none starts meanwhile. */
  private void prepare(DatabaseFile file) {
    if (DataLock.holder(data).isPresent()) {
      file.requireNewest();
      return;
    }
    try (var lock = DataLock.take(data)) {
      file.prepare();
    }
  }

  /** JDBC counts its parameters by their places, each time they stand somewhere. */
  private PreparedStatement prepared(Connection connection, String name, @Nullable Object... values)
      throws SQLException {
    var text = statements.text(name).replaceAll("(?m)^--.*", "");
    var statement = connection.prepareStatement(PARAMETER.matcher(text).replaceAll("?"));
    var place = 0;
    for (var parameter : PARAMETER.matcher(text).results().toList()) {
      place++;
      var value = values[Integer.parseInt(parameter.group(1)) - 1];
      if (value == null) {
        statement.setNull(place, Types.NULL);
      } else {
        statement.setObject(place, value);
      }
    }
    return statement;
  }
}
