package dev.hatchery.mission.tool.web;

import dev.hatchery.mission.tool.ToolException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What is wrong with a connection, in the few words that people know. */
final class ConnectionWords {
  private ConnectionWords() {}

  static ToolException timeout() {
    return new ToolException("Connection timeout");
  }

  static ToolException lost() {
    return new ToolException("Connection lost");
  }

  /** The words for a failure to connect or to be answered. */
  static Throwable of(Throwable failure) {
    if (failure instanceof ToolException) {
      return failure;
    }
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case UnknownHostException unknown -> {
          return new ToolException("Unknown host");
        }
        case SSLException secure -> {
          return new ToolException("No secure connection: its certificate is not trusted");
        }
        case TimeoutException late -> {
          return timeout();
        }
        case ConnectException refused -> {
          return isTimeout(refused) ? timeout() : new ToolException("Connection refused");
        }
        default -> {}
      }
    }
    return lost();
  }

  private static boolean isTimeout(ConnectException failure) {
    return failure.getClass().getSimpleName().contains("Timeout");
  }
}
