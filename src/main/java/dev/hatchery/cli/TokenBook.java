package dev.hatchery.cli;

import java.time.Instant;
import java.util.List;

/** The users' tokens; every method throws {@link CommandException} when they cannot be reached. */
public interface TokenBook {
  /**
   * A token, without its secret.
   *
   * @param number by which it is revoked
   */
  record Entry(long number, String user, boolean readOnly, Instant createdAt) {}

  /**
   * A new token.
   *
   * @param secret what its user shows; nobody can ask for it again
   */
  record Made(Entry entry, String secret) {}

  /** Makes a token for this user, who may have several. */
  Made create(String user, boolean readOnly);

  /** All that are not revoked, oldest first. */
  List<Entry> list();

  /**
   * Revokes one token by its number, or all of a user.
   *
   * @return how many there were
   */
  int revoke(String numberOrUser);
}
