package dev.hatchery.persistence;

import dev.hatchery.protocol.Problem;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a failure of PostgreSQL, or of the way to it, means. By the codes of its appendix A, of
 * which the first two signs are a class.
 */
final class PostgresOutage {
  static final String UNREACHABLE = "storage_unreachable";

  private static final int CLASS = 2;

  private PostgresOutage() {}

  /** Null where the failure is another one. */
  static Problem.@Nullable Unavailable of(Throwable failure) {
    return switch (failure) {
      case PgException said -> of(Objects.requireNonNullElse(said.getSqlState(), ""));
      case IOException lost -> unreachable();
      case ClosedConnectionException lost -> unreachable();
      case VertxException said -> ofClient(Objects.requireNonNullElse(said.getMessage(), ""));
      default -> null;
    };
  }

  /**
   * Whether the server took back a transaction for no fault of its own: it need only be repeated.
   */
  static boolean isCollision(Throwable failure) {
    return failure instanceof PgException said
        && ("40001".equals(said.getSqlState())
            || "40P01".equals(said.getSqlState())
            || isOutdated(failure));
  }

  /**
   * Whether a newer node has changed a table since the statement was prepared. The client forgets
   * it then, and prepares it anew the next time.
   */
  static boolean isOutdated(Throwable failure) {
    return failure instanceof PgException said
        && "0A000".equals(said.getSqlState())
        && Objects.toString(said.getErrorMessage()).contains("cached plan");
  }

  /** The client has no types for these. */
  private static Problem.@Nullable Unavailable ofClient(String sentence) {
    if (sentence.startsWith("Timeout")) {
      // None of the pool's connections came free.
      return busy();
    }
    return sentence.startsWith("Connection is not active") || sentence.equals("Pool closed")
        ? unreachable()
        : null;
  }

  private static Problem.@Nullable Unavailable of(String state) {
    return switch (state) {
      case "53100" ->
          unavailable(
              "storage_full", "The database's disk is full; free some space and try again.");
      case "25006" -> unavailable("storage_read_only", "The database cannot be written to.");
      case "0A000", "40001", "40P01", "55P03", "57014" -> busy();
      case "25P03", "28P01", "28000", "3D000" -> unreachable();
      case "XX001", "XX002" ->
          unavailable("storage_damaged", "The database is damaged; a backup can be restored.");
      default -> ofClass(state.substring(0, Math.min(CLASS, state.length())));
    };
  }

  private static Problem.@Nullable Unavailable ofClass(String group) {
    return switch (group) {
      case "08", "57" -> unreachable();
      case "53" -> busy();
      case "58" ->
          unavailable(
              "storage_failed", "The database's disk does not answer; try again in a moment.");
      default -> null;
    };
  }

  private static Problem.Unavailable busy() {
    return unavailable("storage_busy", "The database is in use; try again in a moment.");
  }

  private static Problem.Unavailable unreachable() {
    return unavailable(UNREACHABLE, "The database does not answer; try again in a moment.");
  }

  private static Problem.Unavailable unavailable(String code, String detail) {
    return new Problem.Unavailable(code, detail);
  }
}
