package dev.hatchery.support;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tests that wait for a condition look at once and often; usually they would look ten times a
 * second, and first after a tenth of one. JUnit finds this by itself.
 */
public final class QuickLooks implements BeforeAllCallback {
  private static final Duration APART = Duration.ofMillis(15);

  @Override
  public void beforeAll(ExtensionContext context) {
    Awaitility.setDefaultPollDelay(Duration.ZERO);
    Awaitility.setDefaultPollInterval(APART);
  }
}
