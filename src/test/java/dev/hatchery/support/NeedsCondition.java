package dev.hatchery.support;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Decides {@link Needs}. */
final class NeedsCondition implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    var needed = findAnnotation(context.getElement(), Needs.class).map(Needs::value);
    if (needed.isEmpty() || needed.get().installed() || "true".equals(System.getenv("CI"))) {
      return ConditionEvaluationResult.enabled("what it needs is here, or must be");
    }
    var name = needed.get().debianName();
    return ConditionEvaluationResult.disabled(
        "%s is not installed; for this test run: apt-get install %s".formatted(name, name));
  }
}
