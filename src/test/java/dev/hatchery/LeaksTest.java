package dev.hatchery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ways by which what is Ada's might reach Bob although no route gives it. */
@SuppressWarnings("NullAway.Init")
class LeaksTest {
  private static final String GIVEN =
      "{\"name\":\"Quillon\",\"backstory\":\"Keeps every umbrella that was ever lost.\","
          + "\"personality_traits\":[\"tidy\"]}";

  @TempDir private static Path data;

  private static TwoUsers users;

  @BeforeAll
  static void start() {
    users = new TwoUsers(data);
  }

  @AfterAll
  static void stop() {
    users.close();
  }

  private static String task(String run, String name, String event) {
    return """
    {"type":"task_started","run":"%s","event_id":"%s",
     "data":{"task_id":"t","task_name":"%s","story_count":1,"estimated_duration":60}}
    """
        .formatted(run, event, name);
  }

  @Test
  void theNumberOfSomebodyElsesRunLeadsNowhere() {
    var number = users.ada.get("/api/runs/" + users.run).json().path("number").asText();
    for (var more : List.of("", "/events", "/preview", "/share")) {
      assertThat(users.bob.get("/api/runs/" + number + more))
          .isEqualTo(users.bob.get("/api/runs/9999999" + more));
    }
    assertThat(users.ada.get("/api/runs/" + number).status()).isEqualTo(200);
  }

  @Test
  void whoAsksForThePreviewOfWhatIsPaintedAlreadyDidNothingWrong() {
    assertThat(users.ada.get("/api/runs/" + users.run + "/preview").status()).isEqualTo(204);
  }

  @Test
  void aCursorInSomebodyElsesRunLeadsNowhere() {
    var last = users.ada.get("/api/runs/" + users.run).json().path("last_event_id").asText();
    var same = "/api/agents/create/stream?description=" + TwoUsers.WORDS.replace(' ', '+');
    assertThat(users.bob.get(same, "Last-Event-ID", last).status()).isEqualTo(204);
    assertThat(users.bob.get("/api/runs").body()).doesNotContain(TwoUsers.WORDS);
    for (var cursor : List.of("0", "1", last, "999999999")) {
      assertThat(
              users.bob.get("/api/runs/" + users.run + "/events", "Last-Event-ID", cursor).status())
          .isEqualTo(404);
    }
  }

  @Test
  void theSameKeyMeansSomethingElseForSomebodyElse() {
    var words = "{\"description\":\"A quiet moth\"}";
    var adas = users.ada.post("/api/runs", words, "Idempotency-Key", "same");
    var bobs = users.bob.post("/api/runs", words, "Idempotency-Key", "same");
    assertThat(List.of(adas.status(), bobs.status())).containsOnly(201);
    assertThat(bobs.json().path("id")).isNotEqualTo(adas.json().path("id"));
    users.bob.ask("DELETE", "/api/runs/" + bobs.json().path("id").asText(), "");
    users.ada.ask("DELETE", "/api/runs/" + adas.json().path("id").asText(), "");
    await()
        .until(
            () ->
                users
                    .bob
                    .get("/api/runs/" + bobs.json().path("id").asText())
                    .json()
                    .path("status")
                    .asText(),
            "cancelled"::equals);
  }

  @Test
  void aPictureOfSomebodyElseIsNotCopied() {
    var asked = GIVEN.replace("}", ",\"avatar_url\":\"/api/agents/" + users.agent + "/avatar\"}");
    assertThat(users.bob.post("/api/agents", asked).status()).isEqualTo(422);
  }

  @Test
  void aStreamOfManyRunsHasNothingOfSomebodyElse() {
    var queries =
        List.of(
            "",
            "?last_event_id=0",
            "?replay=1000",
            "?owner=ada",
            "?owner=ada&last_event_id=0",
            "?run=" + users.run,
            "?run=" + users.run + "&last_event_id=1",
            "?run=1",
            "?kind=hatch",
            "?type=complete,backstory_complete");
    var open = queries.stream().map(query -> users.bob.listen("/stream/progress" + query)).toList();
    try {
      users.ada.post("/emit", task("in-secret", "Knitting in secret", "secret"));
      users.bob.post("/emit", task("after-it", "Weaving at last", "after"));
      for (var heard : open) {
        await().until(() -> heard.over() || beaten(heard) || heard.text().contains("Weaving at"));
        assertThat(users.hers).noneMatch(heard.text()::contains);
        assertThat(heard.text()).doesNotContain("Knitting in secret");
      }
      assertThat(open).anyMatch(heard -> heard.text().contains("Weaving at last"));
    } finally {
      open.forEach(Asker.Heard::close);
    }
  }

  /** Nothing was to be told for a while, so that what was there has been. */
  private static boolean beaten(Asker.Heard heard) {
    return heard.text().contains("event: beat");
  }

  @Test
  void aVisitorHearsTheRunOfTheLinkAndNoOther() {
    users.ada.post("/emit", task("besides", "Knitting in secret", ""));
    try (var heard = users.guest.listen("/stream/progress?run=" + users.run)) {
      await().until(() -> heard.text().contains(users.agent));
      await().until(() -> heard.over() || beaten(heard));
      assertThat(heard.text()).doesNotContain("Knitting in secret");
    }
  }

  @Test
  void reportingOnSomebodyElsesRunStartsOneOfOnesOwn() {
    var adas = users.ada.post("/emit", task("shared-name", "Knitting", "same"));
    assertThat(adas.status()).as(adas.body()).isEqualTo(202);
    var id = adas.json().at("/events/0/run_id").asText();
    var number = users.ada.get("/api/runs/" + id).json().path("number").asText();
    var before = users.ada.get("/api/runs/" + id + "/events", "Accept", "application/json").body();

    for (var name : List.of("shared-name", id, number)) {
      var bobs = users.bob.post("/emit", task(name, "Weaving", name.equals(id) ? "same" : name));
      assertThat(bobs.body()).doesNotContain(id);
      assertThat(bobs.status()).as(bobs.body()).isIn(202, 404, 422);
    }
    assertThat(users.bob.get("/api/runs/" + id).body()).doesNotContain("Knitting");
    assertThat(users.ada.get("/api/runs/" + id + "/events", "Accept", "application/json").body())
        .isEqualTo(before);
  }
}
