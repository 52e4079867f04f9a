package dev.hatchery.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.launchdarkly.eventsource.ConnectStrategy;
import com.launchdarkly.eventsource.ErrorStrategy;
import com.launchdarkly.eventsource.EventSource;
import com.microsoft.playwright.Page;
import dev.hatchery.support.Needs;
import dev.hatchery.support.SelfSigned;
import dev.hatchery.support.SystemPackage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Other people's clients, unchanged, over a line that breaks and a server that is killed: each
 * comes back by itself, and gets every event of a run once.
 */
class ClientsIT {
  private static final String RUN = "a-run";
  private static final int NOTES = 40;
  private static final Page.WaitForFunctionOptions PATIENTLY =
      new Page.WaitForFunctionOptions().setTimeout(120_000);
  private static final long PAUSE_NANOS = 50_000_000;

  @TempDir Path folder;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private Supplier<Server> start = () -> Server.start(folder.resolve("data"), Map.of());

  @AfterEach
  void leave() {
    threads.shutdownNow();
  }

  /** Has the client watch a run, from its start to its ending, by the address of its stream. */
  private void watch(String path, Function<URI, List<Long>> client) {
    try (var server = new Revived(start);
        var line = new Cutter(() -> server.current().uri("/"), new Random(1))) {
      emit(server, "task_started", "{}");
      var run = server.client().get("/api/runs/" + RUN).path("id").asText();
      var watching =
          CompletableFuture.supplyAsync(() -> client.apply(line.uri(path.formatted(run))), threads);
      var said = new AtomicInteger();
      new Emitter(server::current, RUN)
          .emit(
              () -> {
                if (said.get() == NOTES / 2) {
                  server.killAndRevive();
                }
                return said.getAndIncrement() == NOTES;
              });
      await().atMost(Duration.ofMinutes(1)).until(() -> line.cuts() > 0);
      line.mend();
      emit(server, "task_completed", "{\"status\":\"passed\"}");

      assertThat(watching.join()).isEqualTo(all(server));
    }
  }

  private static void emit(Revived server, String type, String data) {
    var answer =
        server
            .client()
            .send(
                "POST",
                "/emit",
                "{\"type\":\"%s\",\"run\":\"%s\",\"data\":%s}".formatted(type, RUN, data));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
  }

  private static List<Long> all(Revived server) {
    var events = server.client().get("/api/events?after=0&limit=1000").path("events");
    var ids =
        StreamSupport.stream(events.spliterator(), false)
            .map(event -> event.path("id").asLong())
            .toList();
    assertThat(ids).hasSizeGreaterThanOrEqualTo(NOTES + 3);
    return ids;
  }

  @Test
  void theEventSourceOfAJavaLibraryComesBack() {
    watch(
        "/api/runs/%s/events",
        address -> {
          var ids = new ArrayList<Long>();
          try (var source =
              new EventSource.Builder(ConnectStrategy.http(address))
                  .errorStrategy(ErrorStrategy.alwaysContinue())
                  .build()) {
            for (var message : source.messages()) {
              if (!message.getEventName().equals("beat")) {
                ids.add(Long.valueOf(message.getLastEventId()));
              }
              if (message.getEventName().equals("complete")) {
                return ids;
              }
            }
          }
          throw new AssertionError("it gave up after " + ids);
        });
  }

  @Test
  @Needs(SystemPackage.NPM)
  void theEventSourceOfNpmComesBack() {
    watch("/api/runs/%s/events", address -> node("eventsource.mjs", address));
  }

  @Test
  @Needs(SystemPackage.NPM)
  void theWebSocketOfNpmIsSentEverythingAndClosedAtTheEnd() {
    watch("/ws/runs/%s", address -> node("websocket.mjs", address));
  }

  @Test
  @Needs(SystemPackage.CHROMIUM)
  void theEventSourceOfChromiumComesBack() {
    watch(
        "/api/runs/%s/events",
        address -> {
          try (var browser = Browser.alone()) {
            // Had this page come over the line, its connection might be kept and break in the
            // head of the next answer, which Chromium takes for a whole one that is no stream.
            var any = address.resolve("/any/page").toString();
            browser.answer(any, "<link rel='icon' href='data:,'>");
            var page = browser.open(any);
            page.evaluate(
                """
                path => {
                  window.ids = [];
                  const source = new EventSource(path);
                  const keep = (event) => window.ids.push(Number(event.lastEventId));
                  ["task_started", "note", "task_completed", "complete"]
                    .forEach((type) => source.addEventListener(type, keep));
                  source.addEventListener("complete", () => source.close());
                  source.addEventListener("complete", () => (window.whole = true));
                }
                """,
                address.getPath());
            page.waitForFunction("() => window.whole", null, PATIENTLY);
            @SuppressWarnings("unchecked")
            var ids = (List<Number>) page.evaluate("() => window.ids");
            return ids.stream().map(Number::longValue).toList();
          }
        });
  }

  @Test
  @Needs(SystemPackage.CURL)
  void curlGoesOnWithTheLastIdThatItPrinted() {
    watch("/api/runs/%s/events", address -> curl("1.1", address));
  }

  @Test
  @Needs(SystemPackage.CURL)
  void curlGoesOnOverHttp2AsTheServerEncryptsIt() throws Exception {
    var certificate = SelfSigned.in(folder);
    start = () -> Server.encrypted(folder.resolve("data"), certificate);
    watch(
        "/api/runs/%s/events",
        address ->
            curl(
                "2",
                URI.create(address.toString().replace("http:", "https:")),
                "--http2",
                "--cacert",
                certificate.tls().certificate()));
  }

  /** Asks again and again, as whoever has nothing but curl does; the last time by this version. */
  private static List<Long> curl(String version, URI address, String... options) {
    var ids = new ArrayList<Long>();
    while (true) {
      var last = ids.isEmpty() ? "0" : ids.getLast().toString();
      var words = new ArrayList<>(List.of("curl", "-sN", "-w", "%{http_version}"));
      words.addAll(List.of(options));
      words.addAll(List.of("-H", "Last-Event-ID: " + last, address.toString()));
      var said = Program.run(words).said();
      // What follows the last empty line was cut in the middle.
      var whole = said.substring(0, said.lastIndexOf("\n\n") + 1);
      whole
          .lines()
          .filter(text -> text.startsWith("id: "))
          .forEach(text -> ids.add(Long.valueOf(text.substring(4))));
      if (whole.contains("event: complete\n")) {
        assertThat(said).endsWith("\n" + version);
        return ids;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private static List<Long> node(String script, URI address) {
    return Program.run(List.of("node", "target/clients/" + script, address.toString()))
        .said()
        .lines()
        .map(Long::valueOf)
        .toList();
  }
}
