package dev.hatchery.cli.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The server answered, and the answer is no; the message says why in a sentence for people. */
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1;
  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;

  private final int status;
  private final String code;
  private final @Nullable Duration retryAfter;

  /**
   * @param retryAfter when it may be asked again, or null when it did not say
   */
  public Refusal(int status, String code, String detail, @Nullable Duration retryAfter) {
    super(detail);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /** Stable, for programs; empty when the server gave none. */
  public String code() {
    return code;
  }

  /** When it may be asked again, or null. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** Whether it says that there is no room now but may be later. */
  public boolean forNow() {
    return status == TOO_MANY || status == UNAVAILABLE;
  }

  /** Whether it is not clear who asks. */
  public boolean ofWhoAsks() {
    return status == UNAUTHORIZED;
  }

  /** Whether what was asked for does not go with the state that things are in. */
  public boolean conflict() {
    return status == CONFLICT;
  }

  /** Whether what was asked for does not exist. */
  public boolean notFound() {
    return status == NOT_FOUND;
  }

  /** Whether what was sent is at fault, and would be again. */
  public boolean ofWhatWasSent() {
    return status >= 400 && status < 500 && !forNow() && !notFound() && status != CONFLICT;
  }
}
