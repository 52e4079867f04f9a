package dev.hatchery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunStatus;
import io.netty.buffer.PooledByteBufAllocator;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A thousand readers, of whom twenty never read. */
class CrowdTest {
  private static final int READERS = 980;
  private static final int NEVER_READ = 20;
  private static final long HELD_FOR_EACH = 256 * 1024;

  /** What all readers together take before more comes, so that none of them is ever behind. */
  private static final int AT_ONCE = 5;

  /** More than the kernel takes for those who never read. */
  private static final int FLOOD = 1500;

  private static final int SHOWER = 100;
  private static final String LONG = "x".repeat(8000);

  @Test
  void twentyOfAThousandThatNeverReadCostTheOthersNothingAndTheServerNoGrowingMemory() {
    try (var server = new WebServer(Limits.USUAL, 2);
        var readers = new Crowd(server.port());
        var never = new Crowd(server.port())) {
      var hatchery = server.hatchery();
      var run = hatchery.queue(Owner.LOCAL, "a dragon").id();
      hatchery.tick(run, "first");
      never.come(NEVER_READ, run, 0, false);
      readers.come(1, run, 0, true);
      rain(hatchery, run, readers, FLOOD);
      var flooded = hatchery.head();

      readers.come(READERS - 1, run, flooded, true);
      rain(hatchery, run, readers, AT_ONCE);
      var before = held();
      rain(hatchery, run, readers, SHOWER);
      assertThat(held() - before).isLessThan(NEVER_READ * HELD_FOR_EACH);

      hatchery.milestone(run, "backstory_complete");
      hatchery.end(run, RunStatus.SUCCEEDED);
      await().atMost(Duration.ofSeconds(30)).until(readers::allOver);
      var last = hatchery.head();
      var shower = LongStream.rangeClosed(flooded + 1, last).boxed().toList();
      assertThat(readers.ids().subList(1, READERS)).allMatch(shower::equals);

      never.read();
      await().atMost(Duration.ofSeconds(30)).until(never::allOver);
      assertThat(never.ids())
          .hasSize(NEVER_READ)
          .allSatisfy(
              ids ->
                  assertThat(ids)
                      .isSorted()
                      .doesNotHaveDuplicates()
                      .contains(last - 1, last)
                      .hasSizeLessThan(FLOOD / 2));
    }
  }

  private static void rain(FakeHatchery hatchery, RunId run, Crowd readers, int drops) {
    for (var sent = 0; sent < drops; sent += AT_ONCE) {
      for (var one = 0; one < AT_ONCE; one++) {
        hatchery.tick(run, LONG);
      }
      await()
          .pollInterval(Duration.ofMillis(5))
          .atMost(Duration.ofSeconds(30))
          .until(() -> readers.allHave(hatchery.head()));
    }
  }

  /** Bytes that the process cannot do without, the shared chunks on their way among them. */
  private static long held() {
    var memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    var buffers = PooledByteBufAllocator.DEFAULT;
    return memory.getHeapMemoryUsage().getUsed()
        + buffers.pinnedDirectMemory()
        + buffers.pinnedHeapMemory();
  }
}
