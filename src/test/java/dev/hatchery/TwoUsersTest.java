package dev.hatchery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.cli.RunningServer;
import dev.hatchery.config.ConfigFile;
import dev.hatchery.persistence.Tokens;
import dev.hatchery.protocol.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every route of the whole program, asked by everybody about something of Ada's. A route that is
 * described and has no line in {@code access/matrix.txt} fails here.
 */
@SuppressWarnings("NullAway.Init")
class TwoUsersTest {
  private static final Path MATRIX = Path.of("src/test/resources/access/matrix.txt");
  private static final String WORDS = "A velvet heron who mends kites";
  private static final String NOWHERE = "0123456789abcdefghijklmnop";
  private static final String GIVEN =
      "{\"name\":\"Quillon\",\"backstory\":\"Keeps every umbrella that was ever lost.\","
          + "\"personality_traits\":[\"tidy\"]}";

  @TempDir private static Path data;

  private static RunningServer server;
  private static Asker ada;
  private static Asker reader;
  private static Asker bob;
  private static Asker guest;
  private static String run;
  private static String agent;
  private static String share;

  /** What stands in no answer to anybody else. */
  private static List<String> hers;

  /** A line of the matrix. */
  record Line(String route, List<Integer> statuses) {
    String method() {
      return route.split(" ")[0].toUpperCase(Locale.ROOT);
    }

    String path() {
      return route.split(" ")[1];
    }

    @Override
    public String toString() {
      return route;
    }
  }

  @BeforeAll
  static void start() {
    var tokens = new Tokens(data, InstantSource.system());
    var full = tokens.create(new Owner("ada"), false).secret().text();
    var look = tokens.create(new Owner("ada"), true).secret().text();
    var other = tokens.create(new Owner("bob"), false).secret().text();
    var flags =
        Map.of(
            "data", data.toString(),
            "http.port", "0",
            "llm.provider", "storyteller",
            "storyteller.pace", "0ms",
            "painter.pace", "0ms");
    server = Hatchery.launch(() -> new ConfigFile().read(null, Map.of(), flags));
    ada = Asker.with(server.address(), full);
    reader = Asker.with(server.address(), look);
    bob = Asker.with(server.address(), other);
    hatch();
    var link = ada.post("/api/runs/" + run + "/share", "{}").json();
    share = link.path("id").asText();
    guest =
        new Asker(
            server.address(),
            List.of(
                "Cookie", Asker.nobody(server.address()).get(link.path("url").asText()).cookie()));
  }

  private static void hatch() {
    run = ada.post("/api/runs", "{\"description\":\"" + WORDS + "\"}").json().path("id").asText();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> ada.get("/api/runs/" + run).json().path("status").asText().equals("succeeded"));
    var hatched = ada.get("/api/runs/" + run).json().at("/result/agent");
    agent = hatched.path("id").asText();
    hers = List.of(run, agent, WORDS, hatched.path("backstory").asText());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static List<Line> lines() throws IOException {
    return Files.readAllLines(MATRIX).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split(" +"))
        .map(
            cells ->
                new Line(
                    cells[0] + " " + cells[1],
                    List.of(cells).subList(2, cells.length).stream()
                        .map(Integer::valueOf)
                        .toList()))
        .toList();
  }

  @Test
  void everyRouteThatIsDescribedHasALine() throws IOException {
    var described = new TreeSet<String>();
    var paths = ada.get("/openapi.json").json().path("paths");
    paths
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(method -> described.add(method + " " + path.getKey())));

    assertThat(lines().stream().map(Line::route).toList())
        .containsExactlyInAnyOrderElementsOf(described);
  }

  /** Whose own it is comes last, for they may end it. */
  @ParameterizedTest
  @MethodSource("lines")
  void everybodyGetsWhatIsTheirs(Line line) {
    var own = own(line);
    var asked = List.of(Asker.nobody(server.address()), guest, bob, reader, ada);
    var columns = List.of(3, 4, 2, 1, 0);

    for (var i = 0; i < asked.size(); i++) {
      var answer = ask(asked.get(i), line, own);

      assertThat(answer.status())
          .as("%s, column %d: %s", line, columns.get(i) + 1, answer.body())
          .isEqualTo(line.statuses().get(columns.get(i)));
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void whatIsNotYoursIsAnsweredAsIfItDidNotExist(Line line) {
    var strangers = List.of(bob, Asker.nobody(server.address()));
    for (var stranger : strangers) {
      var answer = ask(stranger, line, own(line));
      assertThat(hers).noneMatch(answer.body()::contains);
      if (line.path().contains("{id}")) {
        assertThat(answer.body()).isEqualTo(ask(stranger, line, NOWHERE).body());
      }
    }
  }

  @Test
  void theNumberOfSomebodyElsesRunLeadsNowhere() {
    var number = ada.get("/api/runs/" + run).json().path("number").asText();
    for (var more : List.of("", "/events", "/preview", "/share")) {
      assertThat(bob.get("/api/runs/" + number + more))
          .isEqualTo(bob.get("/api/runs/9999999" + more));
    }
    assertThat(ada.get("/api/runs/" + number).status()).isEqualTo(200);
  }

  @Test
  void aCursorInSomebodyElsesRunLeadsNowhere() {
    var last = ada.get("/api/runs/" + run).json().path("last_event_id").asText();
    var same = "/api/agents/create/stream?description=" + WORDS.replace(' ', '+');
    assertThat(bob.get(same, "Last-Event-ID", last).status()).isEqualTo(204);
    assertThat(bob.get("/api/runs").body()).doesNotContain(WORDS);
    for (var cursor : List.of("0", "1", last, "999999999")) {
      assertThat(bob.get("/api/runs/" + run + "/events", "Last-Event-ID", cursor).status())
          .isEqualTo(404);
    }
  }

  @Test
  void theSameKeyMeansSomethingElseForSomebodyElse() {
    var words = "{\"description\":\"A quiet moth\"}";
    var adas = ada.post("/api/runs", words, "Idempotency-Key", "same");
    var bobs = bob.post("/api/runs", words, "Idempotency-Key", "same");
    assertThat(List.of(adas.status(), bobs.status())).containsOnly(201);
    assertThat(bobs.json().path("id")).isNotEqualTo(adas.json().path("id"));
    bob.ask("DELETE", "/api/runs/" + bobs.json().path("id").asText(), "");
    ada.ask("DELETE", "/api/runs/" + adas.json().path("id").asText(), "");
    await()
        .until(
            () ->
                bob.get("/api/runs/" + bobs.json().path("id").asText())
                    .json()
                    .path("status")
                    .asText(),
            "cancelled"::equals);
  }

  @Test
  void aPictureOfSomebodyElseIsNotCopied() {
    var asked = GIVEN.replace("}", ",\"avatar_url\":\"/api/agents/" + agent + "/avatar\"}");
    assertThat(bob.post("/api/agents", asked).status()).isEqualTo(422);
  }

  /** What the route is asked about: something that may be ended where its owner may end it. */
  private static String own(Line line) {
    if (line.route().equals("delete /api/agents/{id}")) {
      return ada.post("/api/agents", GIVEN).json().path("id").asText();
    }
    return line.path().startsWith("/api/agents") ? agent : run;
  }

  private static Asker.Answer ask(Asker asker, Line line, String id) {
    var link =
        line.path().contains("{share}") && id.equals(run)
            ? ada.post("/api/runs/" + run + "/share", "{}").json().path("id").asText()
            : share;
    var path =
        line.path().replace("{id}", id).replace("{share}", link).replace("{secret}", NOWHERE);
    return asker.ask(
        line.method(),
        path,
        line.method().equals("POST") ? "{}" : "",
        "Accept",
        "application/json");
  }
}
