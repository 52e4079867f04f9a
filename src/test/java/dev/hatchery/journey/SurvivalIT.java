package dev.hatchery.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.support.Needs;
import dev.hatchery.support.SystemPackage;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hatchings with a renderer of changing moods, watchers that are cut, and a server that is killed.
 */
@Needs(SystemPackage.TQDM)
class SurvivalIT {
  private static final int CUT_AT_MOST = 30;

  @TempDir Path folder;

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
    try (var server = new Revived(this::start);
        var watchers = Executors.newVirtualThreadPerTaskExecutor()) {
      var runs = order(server, hatchings);
      var watched = new ArrayList<CompletableFuture<List<Told>>>();
      for (var n = 0; n < hatchings; n++) {
        var random = new Random(n);
        var run = runs.get(n);
        watched.add(CompletableFuture.supplyAsync(() -> watch(server, run, random), watchers));
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

  /** Watches to the end, leaving and coming back by chance and by every kill. */
  private static List<Told> watch(Revived server, String run, Random random) {
    var told = new ArrayList<Told>();
    var place = 0L;
    while (told.isEmpty() || !told.getLast().ending()) {
      var until = told.size() + 1 + random.nextInt(CUT_AT_MOST);
      try {
        server
            .client()
            .watch(
                run,
                place,
                event -> {
                  told.add(event);
                  return told.size() >= until;
                });
      } catch (UncheckedIOException cut) {
        Thread.onSpinWait();
      }
      place = told.stream().mapToLong(Told::id).max().orElse(0);
    }
    return told;
  }

  private List<ProcessHandle> leftBehind() {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains("moody.py"))
        .filter(process -> process.info().commandLine().orElse("").contains(folder.toString()))
        .toList();
  }
}
