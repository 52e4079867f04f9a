package dev.hatchery.json;

import dev.hatchery.protocol.Eta;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long it still takes, as clients see it: whole seconds, rounded up. */
public record EtaJson(long p50, long p90) {
  private static final long NEARLY_A_SECOND = 999;

  /** The shape of this range, null where nobody can say. */
  public static @Nullable EtaJson of(@Nullable Eta eta) {
    return eta == null ? null : new EtaJson(seconds(eta.p50()), seconds(eta.p90()));
  }

  private static long seconds(Duration duration) {
    return duration.plusMillis(NEARLY_A_SECOND).toSeconds();
  }
}
