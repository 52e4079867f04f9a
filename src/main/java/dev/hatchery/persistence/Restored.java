package dev.hatchery.persistence;

import java.nio.file.Path;
import java.util.List;

/**
 * A backup that is in place of the database.
 *
 * @param kept what was there before, under this name; or the database itself when there was none
 * @param access who may come in now
 */
public record Restored(Path kept, Access access) {
  /**
   * Who may come in after a restore.
   *
   * @param asNow whether that is as it was before, else it is as it was when the backup was made
   * @param users as before: whose tokens in the backup stay revoked; else: whose hold again
   * @param links how many links to a run hold again
   */
  public record Access(boolean asNow, List<String> users, int links) {
    public Access {
      users = List.copyOf(users);
    }
  }
}
