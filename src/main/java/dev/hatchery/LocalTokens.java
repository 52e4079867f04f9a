package dev.hatchery;

import dev.hatchery.cli.CommandException;
import dev.hatchery.cli.ExitCode;
import dev.hatchery.cli.TokenBook;
import dev.hatchery.config.DatabaseUrl;
import dev.hatchery.persistence.StorageException;
import dev.hatchery.persistence.Tokens;
import dev.hatchery.protocol.Owner;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** The tokens of a database, kept by the persistence. */
final class LocalTokens implements TokenBook {
  private final Tokens tokens;

  LocalTokens(Path data, DatabaseUrl shared) {
    this.tokens = new Tokens(data, shared, InstantSource.system());
  }

  @Override
  public Made create(String user, boolean readOnly) {
    var owner = owner(user);
    var made = said(() -> tokens.create(owner, readOnly));
    return new Made(entry(made.token()), made.secret().text());
  }

  @Override
  public List<Entry> list() {
    return said(tokens::list).stream().map(LocalTokens::entry).toList();
  }

  @Override
  public int revoke(String numberOrUser) {
    return said(() -> tokens.revoke(numberOrUser));
  }

  private static Owner owner(String user) {
    try {
      return Owner.named(user);
    } catch (IllegalArgumentException e) {
      throw new CommandException(Objects.toString(e.getMessage()), ExitCode.USAGE);
    }
  }

  private static Entry entry(Tokens.Token token) {
    return new Entry(token.number(), token.owner().name(), token.readOnly(), token.createdAt());
  }

  private static <T> T said(Supplier<T> work) {
    try {
      return work.get();
    } catch (StorageException e) {
      throw LocalData.failure(e);
    }
  }
}
