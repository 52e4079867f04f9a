package dev.hatchery.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.metrics.Metrics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReceiptsTest {
  private static final long CAME = 1_000;

  private final Metrics metrics = new Metrics();
  private final Receipts receipts = new Receipts(metrics);

  private static long after(long millis) {
    return CAME + Duration.ofMillis(millis).toNanos();
  }

  private void assertReceived(int count, double seconds) {
    assertThat(new String(metrics.scrape(), StandardCharsets.UTF_8).lines())
        .contains(
            "hatchery_emit_receipt_seconds_count " + count,
            "hatchery_emit_receipt_seconds_sum " + seconds);
  }

  @Test
  void whatWasServedBeforeItWasAcknowledgedIsFound() {
    receipts.served(10, true, after(1));
    receipts.served(12, true, after(250));
    receipts.served(15, true, after(500));
    receipts.acknowledged(11, CAME);
    assertReceived(1, .25);
  }

  @Test
  void whatIsServedAfterItWasAcknowledgedIsFound() {
    receipts.served(10, true, after(1));
    receipts.acknowledged(12, CAME);
    receipts.served(11, true, after(250));
    assertReceived(0, 0.0);
    receipts.served(14, true, after(500));
    receipts.served(16, true, after(750));
    assertReceived(1, .5);
  }

  @Test
  void theFirstServingIsFoundEitherWay() {
    receipts.acknowledged(3, CAME);
    receipts.served(5, true, after(250));
    receipts.acknowledged(4, CAME);
    assertReceived(2, .5);
  }

  @Test
  void whatNobodyTakesHasNoReceipt() {
    receipts.served(10, false, after(250));
    receipts.acknowledged(10, CAME);
    receipts.acknowledged(11, CAME);
    receipts.served(11, false, after(500));
    assertReceived(0, 0.0);
  }

  @Test
  void whatIsLongAgoIsLetGo() {
    for (var id = 1; id <= 100; id++) {
      receipts.served(id, true, after(id));
    }
    receipts.acknowledged(30, CAME);
    assertReceived(0, 0.0);
    receipts.acknowledged(50, CAME);
    assertReceived(1, .05);
  }
}
