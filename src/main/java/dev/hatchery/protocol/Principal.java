package dev.hatchery.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was let in, and how far.
 *
 * @param owner whose runs and companions these are
 * @param readOnly whether nothing may be changed
 * @param scope all they may see, or null for everything of the owner
 * @param credential what let them in; 0 on a server without users
 * @param until when that ends by itself, or null
 */
public record Principal(
    Owner owner,
    boolean readOnly,
    @Nullable Scope scope,
    long credential,
    @Nullable Instant until) {

  /** Whoever asks a server without users. */
  public static final Principal ANYBODY = new Principal(Owner.LOCAL, false, null, 0, null);

  /** One run and its companion, which may be there only later. */
  public record Scope(RunId run, @Nullable AgentId agent) {}
}
