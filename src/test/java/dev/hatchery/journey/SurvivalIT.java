package dev.hatchery.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hatchings with a renderer of changing moods, watchers that are cut, and a server that is killed.
 */
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

  /** Each number in {@code kills} is a hatching that must be over before the next kill. */
  private void hold(int hatchings, Set<Integer> kills) {
    var server = new AtomicReference<>(start());
    try (var watchers = Executors.newVirtualThreadPerTaskExecutor()) {
      var runs =
          IntStream.range(0, hatchings)
              .mapToObj(n -> new Client(server.get()).hatch("Companion number " + n))
              .toList();
      List<Future<List<Told>>> watched = new ArrayList<>();
      for (var n = 0; n < hatchings; n++) {
        var run = runs.get(n);
        var random = new Random(n);
        watched.add(watchers.submit(() -> watch(server, run, random)));
      }
      for (var n = 0; n < hatchings; n++) {
        new Rules(result(watched.get(n))).hold();
        if (kills.contains(n)) {
          server.get().kill();
          server.set(start());
        }
      }
      for (var run : runs) {
        var whole = new ArrayList<Told>();
        new Client(server.get()).watch(run, 0, told -> !whole.add(told));
        assertThat(result(watched.get(runs.indexOf(run))))
            .filteredOn(Told::numbered)
            .extracting(Told::id)
            .isEqualTo(whole.stream().filter(Told::numbered).map(Told::id).toList());
      }
      assertThat(leftBehind()).isEmpty();
    } finally {
      server.get().close();
    }
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
  private static List<Told> watch(AtomicReference<Server> server, String run, Random random) {
    var told = new ArrayList<Told>();
    var place = 0L;
    while (told.isEmpty() || !told.getLast().ending()) {
      var until = told.size() + 1 + random.nextInt(CUT_AT_MOST);
      try {
        new Client(server.get())
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

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
