package dev.hatchery.bus;

import dev.hatchery.protocol.Problem;
import io.vertx.core.Promise;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The stories that one consumer has begun and not yet told to their end. When its verticle ends, a
 * story that awaits something is never resumed, so somebody else must tell its asker.
 */
final class Stories {
  private final Set<Promise<?>> open = ConcurrentHashMap.newKeySet();
  private volatile boolean over;

  /** A story to be told by completing it; whoever comes first does. */
  <A> Promise<A> begin() {
    Promise<A> told = Promise.promise();
    open.add(told);
    told.future().onComplete(any -> open.remove(told));
    if (over) {
      cutOff(told);
    }
    return told;
  }

  /** No story goes on from here. */
  void cutOff() {
    over = true;
    Set.copyOf(open).forEach(Stories::cutOff);
  }

  private static void cutOff(Promise<?> told) {
    told.tryFail(unavailable());
  }

  /**
   * Whether a story was left because its verticle ends: what it awaits then is interrupted, and
   * what it awaits a moment later is refused by Vert.x itself, without a word. What goes wrong in a
   * story by its own fault is not mistaken for that.
   */
  static boolean isCutOff(Throwable left) {
    return left instanceof InterruptedException
        || (left instanceof IllegalStateException
            && left.getMessage() == null
            && isFromVertx(left.getStackTrace()));
  }

  private static boolean isFromVertx(StackTraceElement[] trace) {
    return trace.length > 0 && trace[0].getClassName().startsWith("io.vertx.core.");
  }

  /** What the asker of a story hears that was cut off. */
  static ProblemException unavailable() {
    return new ProblemException(
        new Problem.Unavailable(
            "stopping",
            "A part of Hatchery was stopped before it could answer; try again in a moment."));
  }
}
