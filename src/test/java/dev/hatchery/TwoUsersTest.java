package dev.hatchery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
  static final String NOWHERE = "0123456789abcdefghijklmnop";
  private static final String GIVEN =
      "{\"name\":\"Quillon\",\"backstory\":\"Keeps every umbrella that was ever lost.\","
          + "\"personality_traits\":[\"tidy\"]}";

  @TempDir private static Path data;

  private static TwoUsers users;

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
    users = new TwoUsers(data);
  }

  @AfterAll
  static void stop() {
    users.close();
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
    var paths = users.ada.get("/openapi.json").json().path("paths");
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
    var asked = List.of(users.nobody, users.guest, users.bob, users.reader, users.ada);
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
    var strangers = List.of(users.bob, users.nobody);
    for (var stranger : strangers) {
      var answer = ask(stranger, line, own(line));
      assertThat(users.hers).noneMatch(answer.body()::contains);
      if (line.path().contains("{id}")) {
        assertThat(answer.body()).isEqualTo(ask(stranger, line, NOWHERE).body());
      }
    }
  }

  /** What the route is asked about: something that may be ended where its owner may end it. */
  private static String own(Line line) {
    if (line.route().equals("delete /api/agents/{id}")) {
      return users.ada.post("/api/agents", GIVEN).json().path("id").asText();
    }
    if (line.path().contains("/missions")) {
      return users.mission;
    }
    return line.path().startsWith("/api/agents") ? users.agent : users.run;
  }

  private static Asker.Answer ask(Asker asker, Line line, String id) {
    var link =
        line.path().contains("{share}") && id.equals(users.run)
            ? users.ada.post("/api/runs/" + users.run + "/share", "{}").json().path("id").asText()
            : users.share;
    var path =
        line.path()
            .replace("{id}", id)
            .replace("{share}", link)
            .replace("{secret}", NOWHERE)
            .replace("{user}", "ada")
            .replace("{server}", "000")
            .replace("{session}", "abcdefgh");
    return asker.ask(
        line.method(),
        path,
        List.of("POST", "PUT").contains(line.method()) ? "{}" : "",
        "Accept",
        "application/json");
  }
}
