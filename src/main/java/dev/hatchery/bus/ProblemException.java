package dev.hatchery.bus;

import dev.hatchery.protocol.Problem;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;

/** A {@link Problem} on its way to whoever asked, on this node or another. */
public final class ProblemException extends ReplyException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  /** Carries this problem. */
  public ProblemException(Problem problem) {
    super(ReplyFailure.RECIPIENT_FAILURE, -1, problem.code() + ": " + problem.detail());
    this.problem = problem;
  }

  /** What went wrong. */
  public Problem problem() {
    return problem;
  }

  /**
   * The problem in any failure: its own where it carries one, otherwise an unexpected one that
   * tells nothing of our insides.
   */
  public static Problem in(Throwable failure) {
    return failure instanceof ProblemException known
        ? known.problem()
        : new Problem.Unexpected("Something went wrong inside Hatchery; its log says what.");
  }
}
