package dev.hatchery.mission.tool.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.mission.tool.Answer;
import dev.hatchery.mission.tool.Call;
import dev.hatchery.mission.tool.Calls;
import dev.hatchery.protocol.ArtifactContent.Card;
import dev.hatchery.protocol.ArtifactContent.Cards;
import dev.hatchery.protocol.RunId;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebSearchTest {
  private final Vertx vertx = Vertx.vertx();
  private Canary canary;

  @BeforeEach
  void listen() {
    canary = Canary.listen(vertx);
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void findingsBecomeCardsOfPlainText() {
    var asked = new AtomicReference<String>();
    canary.site(
        request -> {
          asked.set(request.getParam("q") + " as " + request.getParam("format"));
          request
              .response()
              .end(
                  """
                  {"query": "x", "results": [
                    {"url": "https://example.org/owls", "title": "Owls", "content": "They <b>hunt</b> &amp; sleep", "score": 1},
                    {"url": "javascript:alert(1)", "title": "Bad", "content": ""},
                    {"url": "http://example.org/", "title": "", "content": null}]}
                  """);
        });

    var answer = search("Please search the web for owls & mice?");

    assertThat(asked).hasValue("owls & mice as json");
    assertThat(answer.summary()).isEqualTo("Found 2 pages about owls & mice.");
    assertThat(((Cards) answer.content()).cards())
        .containsExactly(
            new Card("Owls", "https://example.org/owls", "They hunt & sleep"),
            new Card("http://example.org/", "http://example.org/", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {\"results\":[]}  | Nothing was found",
        "200 | <html>hello       | The search engine answered with something that is no list of"
            + " results",
        "200 | {\"results\":[{   | The search engine answered with something that is no list of"
            + " results",
        "200 | {\"error\":\"x\"} | The search engine answered with something that is no list of"
            + " results",
        "429 | slow down         | The search engine has too much to do",
        "403 | no                | The search engine gives no JSON; SearXNG needs json among its"
            + " search.formats",
        "500 | oops              | The search engine answered with status 500",
        "302 | elsewhere         | The search engine answered with status 302",
      })
  void whatIsNoAnswerSaysSo(int status, String body, String words) {
    canary.site(request -> request.response().setStatusCode(status).end(body));

    assertThatThrownBy(() -> search("owls")).hasMessage(words);
  }

  @Test
  void aStalledEngineIsATimeout() {
    canary.site(request -> request.response().setChunked(true).write("{"));
    var call =
        new Call(
            RunId.random(),
            "owls",
            null,
            List.of(),
            Duration.ofMillis(200),
            (fraction, message) -> {},
            Promise.<Void>promise().future());

    assertThatThrownBy(() -> tool().use(call)).hasMessage("Connection timeout");
  }

  @Test
  void anEngineThatIsNotThereSaysSo() {
    var nowhere = new WebSearch(vertx, URI.create("http://127.0.0.1:1/search"));

    assertThatThrownBy(() -> nowhere.use(Calls.of("owls"))).hasMessage("Connection refused");
  }

  @Test
  void itLacksAnEngineUntilOneIsConfigured() {
    assertThat(new WebSearch(vertx, null).lacks()).contains("missions.searchUrl");
    assertThat(tool().lacks()).isNull();
  }

  private WebSearch tool() {
    return new WebSearch(vertx, URI.create("http://127.0.0.1:" + canary.port() + "/search"));
  }

  private Answer search(String objective) {
    return tool().use(Calls.of(objective));
  }
}
