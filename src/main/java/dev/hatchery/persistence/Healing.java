package dev.hatchery.persistence;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections without two defects of the Vert.x JDBC client, which lose data. After a transaction
 * it leaves a connection without auto-commit: what is written next looks saved, is not, and holds
 * the lock. And it never parts with a connection that is broken.
 */
final class Healing implements InvocationHandler {
  private final DataSource source;
  private Connection real;
  private boolean inTransaction;
  private boolean trailing;

  private Healing(DataSource source) throws SQLException {
    this.source = source;
    this.real = source.getConnection();
  }

  /** The same source, with connections that heal. */
  static DataSource of(DataSource source) {
    return proxy(
        DataSource.class,
        (proxy, method, args) ->
            method.getName().equals("getConnection")
                ? proxy(Connection.class, new Healing(source))
                : call(source, method, args));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args)
      throws Throwable {
    return switch (method.getName()) {
      case "commit", "rollback" -> end(method.getName().equals("commit"));
      case "setAutoCommit" -> setAutoCommit(args != null && Boolean.TRUE.equals(args[0]));
      case "close", "isClosed" -> call(real, method, args);
      default -> call(open(), method, args);
    };
  }

  /** Switching auto-commit on commits, and begins nothing that could fail after the commit. */
  private @Nullable Object end(boolean commit) throws SQLException {
    inTransaction = false;
    trailing = true;
    try {
      if (!commit) {
        real.rollback();
      }
      real.setAutoCommit(true);
    } catch (SQLException e) {
      real.close();
      throw e;
    }
    return null;
  }

  /** The client switches it off to begin, but also, which is the defect, right after the end. */
  private @Nullable Object setAutoCommit(boolean on) throws SQLException {
    var skipped = trailing && !on;
    trailing = false;
    if (!skipped) {
      begin(on);
    }
    return null;
  }

  private void begin(boolean on) throws SQLException {
    try {
      open().setAutoCommit(on);
      inTransaction = !on;
    } catch (SQLException e) {
      real.close();
      throw e;
    }
  }

  /**
   * A connection that broke within a transaction stays so until its end: half must not be saved.
   */
  private Connection open() throws SQLException {
    if (real.isClosed() && !inTransaction) {
      real = source.getConnection();
    }
    return real;
  }

  private static @Nullable Object call(Object target, Method method, Object @Nullable [] args)
      throws Throwable {
    try {
      return method.invoke(target, args);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
