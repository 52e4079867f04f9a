package dev.hatchery.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hatchings on the real server with the embedded models, watched by many at once. */
class HatchIT {
  private static final int WATCHERS = 50;
  private static final String SILENT =
      """
      {
        "render": { "renderer": "silent", "concurrency": 3 },
        "renderers": { "silent": { "command": ["sh", "-c", "sleep 7", "silent", "{output}"] } }
      }
      """;

  @TempDir Path folder;

  private final ExecutorService watchers = Executors.newVirtualThreadPerTaskExecutor();
  private Server server;

  @BeforeEach
  void start() {
    server = start(Map.of("HATCHERY_PAINTER_PACE", "10ms", "HATCHERY_RENDER_CONCURRENCY", "3"));
  }

  @AfterEach
  void stop() {
    watchers.shutdownNow();
    server.close();
  }

  @Test
  void fiftyWatchersOfOneRunAreToldTheSameInTheSameOrder() {
    var run = new Client(server).hatch("A clockwork owl");

    var told = watched(Stream.generate(() -> run).limit(WATCHERS).toList());

    new Rules(told.getFirst()).hold();
    assertThat(told).extracting(HatchIT::lines).containsOnly(lines(told.getFirst()));
  }

  @Test
  void threeHatchingsAtATimeNeverMix() {
    var runs =
        Stream.of("A moss golem", "A cloud that is also a jellyfish", "A lighthouse snail")
            .map(words -> new Client(server).hatch(words))
            .toList();

    var told = watched(runs);

    for (var n = 0; n < runs.size(); n++) {
      var run = runs.get(n);
      new Rules(told.get(n)).hold();
      assertThat(told.get(n)).allMatch(event -> event.data().path("run_id").asText().equals(run));
    }
    assertThat(told).extracting(all -> all.getLast().type()).containsOnly("complete");
  }

  @Test
  void aRendererThatSaysNothingIsNoSilentStream() throws Exception {
    server.close();
    var config = Files.writeString(folder.resolve("silent.json"), SILENT);
    server = start(Map.of(), "--config", config.toString());
    var run = new Client(server).hatch("A creature that keeps still");

    var told = watched(List.of(run)).getFirst();

    new Rules(told).hold();
    new Rules(told).neverSilent();
    assertThat(told)
        .filteredOn(event -> event.type().equals("avatar_progress"))
        .anyMatch(event -> event.data().path("estimated").asBoolean());
    assertThat(told.getLast().data().path("agent").path("fallback").path("avatar").asBoolean())
        .isTrue();
  }

  private Server start(Map<String, String> settings, String... flags) {
    return Server.start(folder.resolve("data"), settings, flags);
  }

  /** What one watcher of each of these runs was told, from its start to its end. */
  private List<List<Told>> watched(List<String> runs) {
    var client = new Client(server);
    var told =
        runs.stream()
            .map(
                run ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          var events = new ArrayList<Told>();
                          assertThat(client.watch(run, 0, event -> !events.add(event))).isTrue();
                          return events;
                        },
                        watchers))
            .toList();
    return IntStream.range(0, runs.size()).mapToObj(n -> (List<Told>) told.get(n).join()).toList();
  }

  private static List<String> lines(List<Told> told) {
    return told.stream()
        .filter(Told::numbered)
        .map(event -> event.id() + event.type() + event.data())
        .toList();
  }
}
