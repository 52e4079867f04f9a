package dev.hatchery.support;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import java.util.Arrays;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Decides {@link Needs}. */
final class NeedsCondition implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    var missing =
        findAnnotation(context.getElement(), Needs.class).stream()
            .flatMap(needed -> Arrays.stream(needed.value()))
            .filter(needed -> !needed.installed())
            .findFirst();
    if (missing.isEmpty() || "true".equals(System.getenv("CI"))) {
      return ConditionEvaluationResult.enabled("what it needs is here, or must be");
    }
    var name = missing.get().debianName();
    return ConditionEvaluationResult.disabled(
        "%s is not installed; for this test run: apt-get install %s".formatted(name, name));
  }
}
