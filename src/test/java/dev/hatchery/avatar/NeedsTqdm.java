package dev.hatchery.avatar;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The test runs the system's own tqdm; without it, it is skipped, or fails under {@code CI=true}.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsTqdm.Condition.class)
@interface NeedsTqdm {

  /** Looks once whether it is there. */
  final class Condition implements ExecutionCondition {

    private static final String SENTENCE =
        "tqdm is not installed: on Debian, apt-get install python3-tqdm";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if (installed()) {
        return enabled("tqdm is installed");
      }
      if ("true".equals(System.getenv("CI"))) {
        throw new IllegalStateException(SENTENCE);
      }
      return disabled(SENTENCE);
    }

    private static boolean installed() {
      try {
        return new ProcessBuilder("/usr/bin/python3", "-c", "import tqdm").start().waitFor() == 0;
      } catch (IOException e) {
        return false;
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
