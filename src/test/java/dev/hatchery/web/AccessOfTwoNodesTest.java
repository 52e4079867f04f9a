package dev.hatchery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.config.DatabaseUrl;
import dev.hatchery.persistence.Tokens;
import dev.hatchery.protocol.Owner;
import dev.hatchery.support.Postgres;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in by one node is let in by the other, and no longer. */
@SuppressWarnings("NullAway.Init")
class AccessOfTwoNodesTest {
  /** As {@code src/docs/cluster.md} has it, and a little for a busy machine. */
  private static final Duration REVOKED_MOST = Duration.ofSeconds(4);

  @TempDir Path data;
  private URI database;
  private Tokens tokens;
  private Tokens.Made ada;
  private WebNode one;
  private WebNode two;

  @BeforeEach
  void open() {
    database = Postgres.shared().database();
    var url = DatabaseUrl.of(database.toString());
    tokens = new Tokens(data, url, Clock.systemUTC());
    ada = tokens.create(new Owner("ada"), false);
    one = new WebNode("one", url, data.resolve("one"));
    two = new WebNode("two", url, data.resolve("two"));
  }

  @AfterEach
  void close() {
    one.close();
    two.close();
    Postgres.shared().drop(database);
  }

  @Test
  void aTicketOfOneNodeOpensAStreamOfTheOther() {
    var events = events(run()) + "?ticket=" + ticket();
    try (var stream = two.stream(events)) {
      assertThat(stream.status()).isEqualTo(200);
      await().until(stream::greeted);
      assertThat(one.client().get(events).status()).isEqualTo(401);
    }
  }

  @RepeatedTest(3)
  void aTicketIsSpentOnceThoughBothNodesAreShownIt() {
    var events = events(run()) + "?ticket=" + ticket();
    var opened = List.of(one, two).parallelStream().map(node -> node.stream(events)).toList();

    assertThat(opened).extracting(Stream::status).containsExactlyInAnyOrder(200, 401);
    opened.forEach(Stream::close);
  }

  @Test
  void aLinkMadeOnOneNodeOpensItsRunOnTheOtherUntilItIsEndedThere() {
    var run = run();
    var made = one.client().post("/api/runs/" + run + "/share", "{}", bearer()).json();
    var path = URI.create(made.path("url").asText()).getRawPath();
    var visit = two.client().get(path);
    assertThat(visit.status()).isEqualTo(303);
    var cookie = visit.header("Set-Cookie").replaceAll(";.*", "");

    try (var here = one.stream(events(run), "Cookie", cookie);
        var there = two.stream(events(run), "Cookie", cookie)) {
      await().until(() -> here.greeted() && there.greeted());
      var link = "/api/runs/" + run + "/share/" + made.path("id").asText();
      assertThat(two.client().ask("DELETE", link, "", bearer()).status()).isEqualTo(204);
      await().atMost(REVOKED_MOST).until(() -> here.over() && there.over());
    }
    List.of(one, two)
        .forEach(
            node ->
                assertThat(node.client().get("/api/runs/" + run, "Cookie: " + cookie).status())
                    .isEqualTo(401));
  }

  @Test
  void aTokenThatIsRevokedLosesItsTicketsItsLinksAndItsStreamsOnBothNodes() {
    var run = run();
    var ticket = ticket();
    var authorization = "Bearer " + ada.secret().text();
    try (var here = one.stream(events(run), "Authorization", authorization);
        var there = two.stream(events(run), "Authorization", authorization)) {
      await().until(() -> here.greeted() && there.greeted());
      tokens.create(new Owner("bob"), false);
      tokens.revoke("ada");
      await().atMost(REVOKED_MOST).until(() -> here.over() && there.over());
    }
    assertThat(two.client().get(events(run) + "?ticket=" + ticket).status()).isEqualTo(401);
    List.of(one, two)
        .forEach(
            node -> assertThat(node.client().get("/api/runs", bearer()).status()).isEqualTo(401));
  }

  private String run() {
    var made = one.client().post("/api/runs", "{\"description\":\"a dragon\"}", bearer());
    assertThat(made.status()).isEqualTo(201);
    return made.json().path("id").asText();
  }

  private String ticket() {
    return one.client().ask("POST", "/api/tickets", "", bearer()).json().path("ticket").asText();
  }

  private static String events(String run) {
    return "/api/runs/" + run + "/events";
  }

  private String bearer() {
    return "Authorization: Bearer " + ada.secret().text();
  }
}
