package dev.hatchery.persistence;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Problem;
import io.vertx.core.Future;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;

/** What a failure of the database means to whoever asked. */
final class StorageProblem {
  private static final Logger LOG = LoggerFactory.getLogger(StorageProblem.class);

  /** The extended codes of SQLite say in their higher bytes how, in the lowest what. */
  private static final int PRIMARY = 0xff;

  private StorageProblem() {}

  /** The failure, as a problem where it is the world's fault and not a defect of ours. */
  static <T> Future<T> failed(Throwable failure) {
    var problem = outage(failure);
    if (problem == null) {
      return Future.failedFuture(failure);
    }
    LOG.warn("The database refuses ({}): {}", problem.code(), failure.getMessage());
    return Future.failedFuture(new ProblemException(problem));
  }

  /** Whether trying again later may help. */
  static boolean isOutage(Throwable failure) {
    var problem = outage(failure);
    return problem != null && !problem.code().equals("storage_damaged");
  }

  /** Whether the database is not there at the moment, as while it is restarted. */
  static boolean isAbsence(Throwable failure) {
    var problem = outage(failure);
    return problem != null && problem.code().equals(PostgresOutage.UNREACHABLE);
  }

  /** Whether others were in the way, and it need only be done once more. */
  static boolean isCollision(Throwable failure) {
    return PostgresOutage.isCollision(failure);
  }

  private static Problem.@Nullable Unavailable outage(@Nullable Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      var outage = cause instanceof SQLException sqlite ? outage(sqlite) : PostgresOutage.of(cause);
      if (outage != null) {
        return outage;
      }
    }
    return null;
  }

  private static Problem.@Nullable Unavailable outage(SQLException cause) {
    return switch (SQLiteErrorCode.getErrorCode(cause.getErrorCode() & PRIMARY)) {
      case SQLITE_FULL ->
          unavailable("storage_full", "The disk is full; free some space and try again.");
      case SQLITE_BUSY, SQLITE_LOCKED ->
          unavailable("storage_busy", "The database is in use; try again in a moment.");
      case SQLITE_READONLY, SQLITE_PERM ->
          unavailable("storage_read_only", "The database cannot be written to.");
      case SQLITE_IOERR, SQLITE_CANTOPEN ->
          unavailable("storage_failed", "The disk does not answer; try again in a moment.");
      case SQLITE_CORRUPT, SQLITE_NOTADB ->
          unavailable("storage_damaged", "The database is damaged; a backup can be restored.");
      default -> null;
    };
  }

  private static Problem.Unavailable unavailable(String code, String detail) {
    return new Problem.Unavailable(code, detail);
  }
}
