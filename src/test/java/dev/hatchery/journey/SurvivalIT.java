package dev.hatchery.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.support.Needs;
import dev.hatchery.support.SystemPackage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hatchings with a renderer of changing moods, watchers that are cut, and a server that is killed.
 */
@Needs(SystemPackage.TQDM)
class SurvivalIT {
  @TempDir Path folder;

  private final ExecutorService watchers = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void leave() {
    watchers.shutdownNow();
  }

  @Test
  void theSixRulesHoldOverTenHatchingsWithCutsAndTwoKills() {
    hold(10, Set.of(3, 7));
  }

  @Test
  @Tag("soak")
  void theSixRulesHoldOverTwoHundredHatchingsWithCutsAndTwoKills() {
    hold(200, Set.of(40, 140));
  }

  /** Each number in {@code kills} is a hatching that is over before the next kill. */
  private void hold(int hatchings, Set<Integer> kills) {
    try (var server = new Revived(this::start)) {
      var runs = order(server, hatchings);
      var watched = new ArrayList<CompletableFuture<List<Told>>>();
      for (var n = 0; n < hatchings; n++) {
        var wanderer = new Wanderer(server::client, new Random(n));
        var run = runs.get(n);
        watched.add(CompletableFuture.supplyAsync(() -> wanderer.watch(run), watchers));
      }
      for (var n = 0; n < hatchings; n++) {
        new Rules(watched.get(n).join()).hold();
        if (kills.contains(n)) {
          server.killAndRevive();
        }
      }
      for (var n = 0; n < hatchings; n++) {
        assertThat(ids(watched.get(n).join())).isEqualTo(ids(replay(server, runs.get(n))));
      }
      assertThat(leftBehind()).isEmpty();
    }
  }

  private static List<String> order(Revived server, int hatchings) {
    return IntStream.range(0, hatchings)
        .mapToObj(n -> server.client().hatch("Companion number " + n))
        .toList();
  }

  private static List<Told> replay(Revived server, String run) {
    var whole = new ArrayList<Told>();
    server.client().watch(run, 0, told -> !whole.add(told));
    return whole;
  }

  private static List<Long> ids(List<Told> told) {
    return told.stream().filter(Told::numbered).map(Told::id).toList();
  }

  private Server start() {
    return Server.start(
        folder.resolve("data"),
        Map.of(
            "HATCHERY_STORYTELLER_PACE", "5ms",
            "HATCHERY_QUEUE_CAPACITY", "1000",
            "HATCHERY_QUEUE_PER_USER", "1000",
            "HATCHERY_RENDER_IDLE_TIMEOUT", "2s"),
        "--config",
        config().toString());
  }

  private Path config() {
    Resources.file("renderers/moody.py", folder);
    return Resources.file("renderers/moody.json", folder);
  }

  private List<ProcessHandle> leftBehind() {
    return Processes.saying("moody.py", folder.toString());
  }
}
