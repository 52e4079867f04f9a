package dev.hatchery.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may come in. */
public sealed interface Access extends Message {
  /** What somebody shows to be let in. */
  enum Kind {
    /** Made by the operator for a user, until it is revoked. */
    TOKEN,
    /** A signed-in browser. */
    SESSION,
    /** A link to one run. */
    SHARE,
    /** Opens one stream, once, soon. */
    TICKET
  }

  /** Asks whether anybody has to show anything, and whether that changed. */
  record Look() implements Access {}

  /**
   * How it stands.
   *
   * @param users whether there is a token
   * @param revision another number than before when somebody may have lost what they had
   */
  record Looked(boolean users, long revision) implements Access {}

  /** Asks who shows this; a ticket is spent by it, and gives what its maker has. */
  record Admit(Kind kind, Proof proof) implements Access {}

  /** Asks whether whoever was let in by this credential still would be. */
  record Readmit(long credential) implements Access {}

  /** Who it is, or null: it does not exist, has ended or was revoked. */
  record Admitted(@Nullable Principal principal) implements Access {}

  /** Asks to make a session with a token; it ends with it. */
  record SignIn(Proof token, Proof session) implements Access {}

  /** Asks to end a session; it may have ended already. */
  record SignOut(Proof session) implements Access {}

  /** Asks to make a ticket for this principal. */
  record IssueTicket(Principal principal, Proof ticket, Duration life) implements Access {}

  /** Asks to let whoever knows the secret see one run. */
  record MakeShare(Principal principal, RunId runId, Proof secret, Duration life)
      implements Access {}

  /** Asks for the links to a run that have not ended. */
  record ListShares(Owner owner, RunId runId) implements Access {}

  /** Asks to end a link. */
  record EndShare(Owner owner, RunId runId, long id) implements Access {}

  /** A link to a run; its secret is known to nobody any more. */
  record Share(long id, Instant createdAt, Instant expiresAt) {}

  /** Links to a run, oldest first. */
  record Shares(List<Share> shares) implements Access {
    public Shares {
      shares = List.copyOf(shares);
    }
  }
}
