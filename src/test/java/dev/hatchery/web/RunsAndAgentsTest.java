package dev.hatchery.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.RunStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunsAndAgentsTest {
  private static final String GIVEN =
      "{\"name\":\"Bramble\",\"backstory\":\"Keeps an old"
          + " forest.\",\"personality_traits\":[\"calm\"]%s}";

  private static final Problem AWAY =
      new Problem.Unavailable("database", "The database cannot be read.");

  private WebServer server;
  private FakeHatchery hatchery;
  private Client client;

  @BeforeEach
  void start() {
    server = WebServer.usual();
    hatchery = server.hatchery();
    client = server.client();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String hatched() {
    var id = hatchery.queue(Owner.LOCAL, "a dragon").id();
    hatchery.end(id, RunStatus.SUCCEEDED);
    return client.get("/api/runs/" + id).json().at("/result/agent_id").asText();
  }

  @Test
  void runsAreListedPageByPageNewestFirst() {
    for (var i = 1; i <= 5; i++) {
      hatchery.queue(Owner.LOCAL, "dragon " + i);
    }
    var first = client.get("/api/runs?limit=3").json();
    assertThat(first.findValuesAsText("description"))
        .containsExactly("dragon 5", "dragon 4", "dragon 3");
    var second = client.get("/api/runs?limit=3&after=" + first.path("next").asLong()).json();
    assertThat(second.findValuesAsText("description")).containsExactly("dragon 2", "dragon 1");
    assertThat(second.path("next").isNull()).isTrue();
    assertThat(client.get("/api/runs?status=failed&kind=hatch").json().path("runs")).isEmpty();
  }

  @Test
  void aFinishedRunShowsItsCompanion() {
    var id = hatchery.queue(Owner.LOCAL, "a dragon").id();
    assertThat(client.get("/api/runs/" + id).json().path("result").isNull()).isTrue();
    hatchery.end(id, RunStatus.SUCCEEDED);
    var run = client.get("/api/runs/" + id).json();
    assertThat(run.at("/result/agent/name").asText()).isEqualTo("Cinder");
    assertThat(run.path("status").asText()).isEqualTo("succeeded");
    assertThat(run.at("/plan/1/name").asText()).isEqualTo("avatar");
  }

  @Test
  void aRunIsCancelledOnceAndRetriedAsANewOne() {
    var path = "/api/runs/" + hatchery.queue(Owner.LOCAL, "a dragon").id();
    var cancelled = client.delete(path);
    assertThat(cancelled.status()).isEqualTo(202);
    assertThat(cancelled.json().path("status").asText()).isEqualTo("cancelled");
    assertThat(client.delete(path).status()).isEqualTo(409);
    var again = client.ask("POST", path + "/retry", "");
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json().path("attempt").asInt()).isEqualTo(2);
    assertThat(again.header("location")).isNotEqualTo(path).startsWith("/api/runs/");
  }

  @Test
  void thePreviewIsAPictureAndNothingElse() {
    var id = hatchery.queue(Owner.LOCAL, "a dragon").id();
    hatchery.tick(id, "It is painted.");
    var preview = client.get("/api/runs/" + id + "/preview");
    assertThat(preview.header("content-type")).isEqualTo("image/png");
    assertThat(preview.header("cache-control")).isEqualTo("no-store");
    assertThat(preview.header("content-security-policy")).isEqualTo("default-src 'none'; sandbox");
  }

  @Test
  void whatNobodyPaintsHasNoPreviewYet() {
    var id = hatchery.queue(Owner.LOCAL, "a dragon").id();

    assertThat(client.get("/api/runs/" + id + "/preview").status()).isEqualTo(204);
  }

  @Test
  void anAvatarIsAskedForAgainOnlyWhenItChanged() {
    var path = "/api/agents/" + hatched() + "/avatar";
    var picture = client.get(path);
    assertThat(picture.status()).isEqualTo(200);
    assertThat(picture.header("content-type")).isEqualTo("image/png");
    assertThat(picture.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(picture.header("content-security-policy")).isEqualTo("default-src 'none'; sandbox");
    var tag = picture.header("etag");
    assertThat(client.get(path, "If-None-Match: " + tag).status()).isEqualTo(304);
    assertThat(client.get(path, "If-None-Match: \"other\"").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"json, application/json", "png, image/png"})
  void anExportIsAFileWithANameOfOurs(String format, String type) {
    var id = hatched();
    var export = client.get("/api/agents/" + id + "/export?format=" + format);
    assertThat(export.status()).isEqualTo(200);
    assertThat(export.header("content-type")).isEqualTo(type);
    assertThat(export.header("content-disposition"))
        .isEqualTo("attachment; filename=\"companion-%s.%s\"".formatted(id, format));
  }

  @Test
  void aDeletedCompanionIsGoneAndItsRunStays() {
    var id = hatched();
    assertThat(client.delete("/api/agents/" + id).status()).isEqualTo(204);
    assertThat(client.get("/api/agents/" + id).status()).isEqualTo(404);
    assertThat(client.delete("/api/agents/" + id).status()).isEqualTo(404);
    assertThat(client.get("/api/runs/" + hatchery.latest().id()).status()).isEqualTo(200);
  }

  @Test
  void aGivenCompanionIsSavedWithACopyOfAPictureOfOurs() {
    var avatar = "/api/agents/" + hatched() + "/avatar";
    var with = client.post("/api/agents", GIVEN.formatted(",\"avatar_url\":\"" + avatar + "\""));
    assertThat(with.status()).isEqualTo(201);
    assertThat(client.get(with.json().path("avatar_url").asText()).status()).isEqualTo(200);
    var without = client.post("/api/agents", GIVEN.formatted(""));
    assertThat(without.json().path("avatar_url").isNull()).isTrue();
    assertThat(client.get(without.header("location") + "/avatar").status()).isEqualTo(404);
    assertThat(client.get("/api/agents").json().path("agents")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest",
        "file:///etc/passwd",
        "/api/agents/0123456789abcdefghijklmnop/avatar",
        "/api/agents/../../etc/passwd",
        "javascript:alert(1)",
      })
  void aPictureFromElsewhereIsNeverFetched(String url) {
    var answer = client.post("/api/agents", GIVEN.formatted(",\"avatar_url\":\"" + url + "\""));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().path("field").asText()).isEqualTo("avatar_url");
  }

  @Test
  void aStorageThatIsAwayIsSaidWithoutOurInsides() {
    hatchery.breakDown(AWAY);
    var answer = client.get("/api/agents");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("retry-after")).isEqualTo("5");
    assertThat(client.get("/health/ready").status()).isEqualTo(503);
    assertThat(client.get("/health").body()).isEqualTo("{\"status\":\"healthy\"}");
    hatchery.breakDown(null);
    assertThat(client.get("/health/ready").status()).isEqualTo(200);
    assertThat(client.get("/health/live").status()).isEqualTo(200);
  }

  @Test
  void eventsThatCannotBeReadAreAProblemAndNoCutAnswer() {
    var events = "/api/runs/" + hatchery.queue(Owner.LOCAL, "a dragon").id() + "/events";
    hatchery.breakDown(AWAY, Addresses.READ);
    var answer = client.get(events, "Accept: application/json");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("database");
  }

  @Test
  void aPictureThatCannotBeReadNowIsNotSaidToBeWrong() {
    var avatar = "/api/agents/" + hatched() + "/avatar";
    hatchery.breakDown(AWAY, Addresses.FIND_PICTURE);
    var answer = client.post("/api/agents", GIVEN.formatted(",\"avatar_url\":\"" + avatar + "\""));
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("database");
  }

  @ParameterizedTest
  @CsvSource({
    "/, text/html; charset=utf-8",
    "/nest, text/html; charset=utf-8",
    "/numbers, text/html; charset=utf-8",
    "/watch, text/html; charset=utf-8",
    "/runs/0123456789abcdefghijklmnop, text/html; charset=utf-8",
    "/agents/0123456789abcdefghijklmnop, text/html; charset=utf-8",
    "/css/page.css, text/css; charset=utf-8",
    "/api/client.js, text/javascript; charset=utf-8",
    "/img/favicon.svg, image/svg+xml",
    "/fonts/figtree-latin-wght-normal.woff2, font/woff2",
  })
  void thePagesAreServedAndAskedForAgainOnlyWhenTheyChanged(String path, String type) {
    var page = client.ask("HEAD", path, "");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("content-type")).isEqualTo(type);
    assertThat(client.get(path, "If-None-Match: " + page.header("etag")).status()).isEqualTo(304);
  }

  @Test
  void peopleFindThePageOfMissionsWhereProgramsFindTheMissions() {
    var page = client.get("/missions", "Accept: text/html,application/xhtml+xml,*/*;q=0.8");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("content-type")).startsWith("text/html");
    assertThat(page.header("vary")).isEqualTo("Accept");
    assertThat(client.get("/missions", "Accept: */*").header("content-type"))
        .doesNotStartWith("text/html");
  }

  @Test
  void peopleWhoLoseTheirWayGetAPage() {
    var answer = client.get("/nowhere", "Accept: text/html");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("content-type")).startsWith("text/html");
  }
}
