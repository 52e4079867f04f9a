package dev.hatchery.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Who may come in after a backup was restored.
 *
 * @param asBefore whether that is as it was before the restore, else as when the backup was made
 * @param users as before: whose tokens in the backup stay revoked; else: whose hold again
 * @param links how many links to a run hold again
 */
public record Readmission(boolean asBefore, List<String> users, int links) {
  public Readmission {
    users = List.copyOf(users);
  }

  /** What its operator has to know of it. */
  List<String> sentences() {
    var names = String.join(", ", users);
    var sentences = new ArrayList<String>();
    if (asBefore && !users.isEmpty()) {
      sentences.add("What was revoked since stays revoked: " + names);
    } else if (!users.isEmpty()) {
      sentences.add("Tokens of the backup hold again, also what was revoked since: " + names);
      sentences.add("End what should not: hatchery token revoke NAME");
    }
    if (links == 1) {
      sentences.add("A link by which anybody may look at a run holds again.");
    } else if (links > 1) {
      sentences.add(links + " links by which anybody may look at a run hold again.");
    }
    return sentences;
  }
}
