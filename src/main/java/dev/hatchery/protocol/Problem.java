package dev.hatchery.protocol;

import java.time.Duration;

/** Why something was refused or went wrong; every handler's failure reaches the asker as one. */
public sealed interface Problem extends Message {
  /** Stable, for programs. */
  String code();

  /** One sentence for people that says what is and what to do. */
  String detail();

  /** It does not exist, or is not the asker's. */
  record NotFound(String detail) implements Problem {
    @Override
    public String code() {
      return "not_found";
    }
  }

  /** What was sent is not valid. {@code field} names the part at fault. */
  record Invalid(String code, String field, String detail) implements Problem {}

  /** It cannot be done in the present state. */
  record Conflict(String code, String detail) implements Problem {}

  /** There is no room now; after {@code retryAfter} there may be. */
  record Busy(String code, String detail, Duration retryAfter) implements Problem {}

  /** The language model gave no persona. */
  record ModelUnavailable(String code, String detail) implements Problem {}

  /** The owner of the run cancelled it. */
  record Cancelled(String detail) implements Problem {
    @Override
    public String code() {
      return "cancelled";
    }
  }

  /** Somebody else works on the run now; what this one says no longer counts. */
  record Stale(String detail) implements Problem {
    @Override
    public String code() {
      return "stale";
    }
  }

  /** It cannot be done now: the database cannot write, or a part of Hatchery does not answer. */
  record Unavailable(String code, String detail) implements Problem {}

  /** A defect of ours. {@code detail} is safe to show. */
  record Unexpected(String detail) implements Problem {
    @Override
    public String code() {
      return "unexpected";
    }
  }
}
