package dev.hatchery.mission.tool.custom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.config.ToolEntry.Method;
import dev.hatchery.mission.tool.Calls;
import dev.hatchery.mission.tool.Tool;
import dev.hatchery.protocol.ArtifactContent;
import dev.hatchery.protocol.ArtifactContent.Bar;
import dev.hatchery.protocol.ArtifactContent.Card;
import dev.hatchery.protocol.ArtifactContent.Cards;
import dev.hatchery.protocol.ArtifactContent.Chart;
import dev.hatchery.protocol.ArtifactContent.Table;
import dev.hatchery.protocol.ArtifactContent.Words;
import dev.hatchery.protocol.Category;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpToolTest {
  private final Vertx vertx = Vertx.vertx();
  private final AtomicReference<String> asked = new AtomicReference<>();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void aServerIsToldTheCallAndGivesWords() {
    var tool = tool(Method.POST, 200, "Owls.");

    assertThat(tool.use(Calls.of("owls & \"mice\"")).content()).isEqualTo(new Words("Owls."));
    assertThat(asked.get())
        .startsWith("POST /ask?x=1 Bearer key-1 {\"run_id\":")
        .endsWith("\"objective\":\"owls & \\\"mice\\\"\",\"scope\":null,\"constraints\":[]}");
    assertThat(tool.serves()).containsExactly(Category.SEARCH);
    assertThat(tool.repeatable()).isTrue();
  }

  @Test
  void aServerMayBeAskedInItsAddress() {
    tool(Method.GET, 200, "Owls.").use(Calls.of("owls & mice"));

    assertThat(asked.get()).isEqualTo("GET /ask?x=1&objective=owls+%26+mice Bearer key-1 ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          500 | oops                                                | mine answered with status 500
          302 | elsewhere                                           | mine answered with status 302
          200 | `  `                                                | mine answered nothing
          200 | {"kind":"dance","content":{}}                       | that is no dance
          200 | {"kind":"table","content":{"columns":["a"]}}        | that is no table
          200 | {"kind":"table","content":{"columns":["a"],"rows":[["1","2"]]}} | must have 1 cells
          200 | {"kind":"chart","content":{"bars":[{"label":"a","value":"b"}]}} | value must be a number
          """)
  void whatIsNoAnswerSaysSo(int status, String body, String words) {
    var tool = tool(Method.POST, status, body);

    assertThatThrownBy(() -> tool.use(Calls.of("x"))).hasMessageContaining(words);
  }

  @Test
  void eachKindOfArtifactIsRead() {
    assertThat(
            content(
                """
                {"kind":"cards","content":{"cards":[
                  {"title":"A\\u001b","url":"javascript:alert(1)","text":"b"}]}}\
                """))
        .isEqualTo(new Cards(List.of(new Card("A ", null, "b"))));
    assertThat(content("{\"kind\":\"table\",\"content\":{\"columns\":[\"a\"],\"rows\":[[1]]}}"))
        .isEqualTo(new Table(List.of("a"), List.of(List.of("1"))));
    assertThat(
            content(
                """
                {"kind":"chart","content":{"unit":"m","bars":[{"label":"a","value":1.5}]}}\
                """))
        .isEqualTo(new Chart("m", List.of(new Bar("a", 1.5))));
    assertThat(content("{\"kind\":\"words\",\"content\":{\"text\":\"hi\"}}"))
        .isEqualTo(new Words("hi"));
    assertThat(content("{\"other\":1}")).isEqualTo(new Words("{\"other\":1}"));
  }

  private ArtifactContent content(String body) {
    return tool(Method.POST, 200, body).use(Calls.of("x")).content();
  }

  private Tool tool(Method method, int status, String body) {
    var server = vertx.createHttpServer().requestHandler(request -> answer(request, status, body));
    var port = server.listen(0, "127.0.0.1").map(HttpServer::actualPort).await();
    var url = URI.create("http://127.0.0.1:%d/ask?x=1".formatted(port));
    return new UserTools(vertx, Map.of(), Path.of("")).tool("mine", Entries.server(url, method));
  }

  private void answer(HttpServerRequest request, int status, String body) {
    request
        .body()
        .onSuccess(
            told -> {
              asked.set(
                  "%s %s %s %s"
                      .formatted(
                          request.method(),
                          request.uri(),
                          request.getHeader("authorization"),
                          told));
              request.response().setStatusCode(status).end(body);
            });
  }
}
