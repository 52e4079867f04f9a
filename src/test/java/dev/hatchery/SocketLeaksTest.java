package dev.hatchery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is Ada's reaches nobody else over a socket, an address of the bridge, a poll or a ticket.
 */
@SuppressWarnings("NullAway.Init")
class SocketLeaksTest {
  private static final String BUS = "/eventbus/websocket";
  private static final String SECRET = "Knitting in secret";
  private static final String LAST = "Weaving at last";
  private static final List<String> CURSORS = List.of("0", "1", "999999999");

  @TempDir private static Path data;

  private static TwoUsers users;
  private static String number;

  @BeforeAll
  static void start() {
    users = new TwoUsers(data);
    number = users.ada.get("/api/runs/" + users.run).json().path("number").asText();
  }

  @AfterAll
  static void stop() {
    users.close();
  }

  private static void report(Asker asker, String run, String words) {
    var event =
        "{\"type\":\"note\",\"run\":\"%s\",\"data\":{\"message\":\"%s\"}}".formatted(run, words);
    assertThat(asker.post("/emit", event).status()).isEqualTo(202);
  }

  private static int status(Asker asker, String path) {
    try (var talk = new Talk(asker, path)) {
      return talk.status();
    }
  }

  private static String withTicket(Asker asker, String path) {
    return path + "?ticket=" + asker.post("/api/tickets", "{}").json().path("ticket").asText();
  }

  private static String register(String address, String cursor) {
    return "{\"type\":\"register\",\"address\":\"%s\",\"headers\":{\"last_event_id\":%s}}"
        .formatted(address, cursor);
  }

  private static String answer(Talk bridge, String address, String body) {
    var before = bridge.text().length();
    bridge.say(
        "{\"type\":\"send\",\"address\":\"%s\",\"replyAddress\":\"r\",\"body\":%s}"
            .formatted(address, body));
    return await()
        .until(() -> bridge.text().substring(before), text -> text.contains("\"address\":\"r\""));
  }

  @Test
  void herSocketsAreOpenToHerAndToWhomSheShows() {
    for (var path : List.of("/ws/ada", "/ws/runs/" + users.run, "/ws/runs/" + number, BUS)) {
      assertThat(status(users.ada, path)).as(path).isEqualTo(101);
      assertThat(status(users.reader, path)).as(path).isEqualTo(101);
      assertThat(status(users.nobody, path)).as(path).isEqualTo(401);
      assertThat(status(users.bob, path)).as(path).isEqualTo(path.equals(BUS) ? 101 : 404);
      assertThat(status(users.guest, path))
          .as(path)
          .isEqualTo(path.equals("/ws/runs/" + users.run) ? 101 : 404);
      assertThat(status(users.nobody, withTicket(users.bob, path)))
          .as(path)
          .isEqualTo(path.equals(BUS) ? 101 : 404);
      assertThat(status(users.nobody, withTicket(users.ada, path))).as(path).isEqualTo(101);
    }
    for (var cursor : CURSORS) {
      var path = "/ws/runs/" + users.run + "?last_event_id=" + cursor;
      assertThat(status(users.bob, path)).as(path).isEqualTo(404);
    }
  }

  @Test
  void whatBobMayOpenTellsHimNothingOfHers() {
    var open = new ArrayList<Talk>();
    for (var query :
        List.of("last_event_id=0", "last_event_id=999999999", "replay=1000", "owner=ada")) {
      open.add(new Talk(users.bob, "/ws/bob?" + query));
      open.add(new Talk(users.bob, "/ws/bob?" + query + "&run=" + users.run));
      open.add(new Talk(users.bob, "/ws/bob?" + query + "&run=" + number));
    }
    var addresses = List.of("runs", "run." + users.run, "run." + number, "run.in-secret");
    for (var cursor : CURSORS) {
      var bridge = new Talk(users.bob, BUS);
      addresses.forEach(address -> bridge.say(register(address, cursor)));
      open.add(bridge);
    }
    try {
      report(users.ada, "in-secret", SECRET);
      report(users.bob, "after-it", LAST);
      await().until(() -> open.stream().allMatch(SocketLeaksTest::toldAll));
      assertThat(open).anyMatch(talk -> talk.text().contains(LAST));
      assertThat(open)
          .allSatisfy(
              talk -> {
                assertThat(talk.text()).doesNotContain(SECRET, TwoUsers.WORDS, users.agent);
                assertThat(talk.text().replaceAll("\"address\":\"[^\"]*\"", ""))
                    .doesNotContain(users.run);
              });
    } finally {
      open.forEach(Talk::close);
    }
  }

  /** What happened last has come, or nothing for a while, or it was refused. */
  private static boolean toldAll(Talk talk) {
    return talk.status() != 101
        || talk.over()
        || talk.text().contains(LAST)
        || talk.text().contains("\"type\":\"beat\"");
  }

  @Test
  void nobodyElseDrivesHerRunsOverTheBridge() {
    report(users.ada, "hers", SECRET);
    var id = users.ada.get("/api/runs/hers").json().path("id").asText();
    try (var bob = new Talk(users.bob, BUS);
        var reader = new Talk(users.reader, BUS)) {
      for (var run : List.of(id, "hers", TwoUsersTest.NOWHERE)) {
        assertThat(answer(bob, "hatchery.cancel", "{\"run\":\"" + run + "\"}"))
            .contains("\"not_found\"");
        assertThat(answer(reader, "hatchery.cancel", "{\"run\":\"" + run + "\"}"))
            .contains("\"read_only\"");
      }
      var report = "{\"type\":\"note\",\"run\":\"hers\"}";
      assertThat(answer(bob, "hatchery.emit", report)).doesNotContain(id);
      assertThat(answer(reader, "hatchery.emit", report)).contains("\"read_only\"");
    }
    assertThat(users.ada.get("/api/runs/hers").json().path("status").asText()).isEqualTo("running");
    assertThat(users.ada.get("/api/events?after=0&run=" + id).json().path("events")).hasSize(1);
  }

  @Test
  void aPollTellsNobodyOfHersWhereverItsCursorStands() {
    report(users.ada, "polled", SECRET);
    var head = users.ada.get("/api/events").json().path("last").asLong();
    for (var after : List.of(0L, 1L, head - 1, head, head + 1, 999_999_999L)) {
      for (var run : List.of("", "&run=" + users.run, "&run=" + number, "&run=polled")) {
        var path = "/api/events?limit=1000&after=" + after + run;
        var told = users.bob.get(path).body();
        assertThat(told).as(path).doesNotContain(SECRET, TwoUsers.WORDS, users.run, users.agent);
        assertThat(users.nobody.get(path).status()).as(path).isEqualTo(401);
        assertThat(users.guest.get(path).body()).as(path).doesNotContain(SECRET);
      }
      var absent = "/api/events?after=%d&run=".formatted(after);
      assertThat(users.bob.get(absent + users.run).body())
          .isEqualTo(users.bob.get(absent + TwoUsersTest.NOWHERE).body());
    }
  }
}
