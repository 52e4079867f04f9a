package dev.hatchery.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What real servers have sent, read over real connections however these cut it. */
class WireTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final int TOGETHER = 32;

  /** A file, who reads it, its text, and the trouble that it ends in, if any. */
  record Capture(String file, Answers provider, String text, @Nullable Trouble trouble) {
    byte[] bytes() {
      try (var in = WireTest.class.getResourceAsStream("/captures/wire/" + file)) {
        return Objects.requireNonNull(in).readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String toString() {
      return file;
    }
  }

  static final List<Capture> CAPTURES =
      List.of(
          new Capture(
              "anthropic_midstream_overloaded.sse",
              Answers.ANTHROPIC,
              "Once upon",
              Trouble.OVERLOADED),
          new Capture("anthropic_padded_json.sse", Answers.ANTHROPIC, "{\"query\": \"s", null),
          new Capture("anthropic_text_ok.sse", Answers.ANTHROPIC, "Hello!", null),
          new Capture(
              "anthropic_tool_use_ok.sse", Answers.ANTHROPIC, "Okay{\"name\": \"Mosswick\"}", null),
          new Capture("crlf_sse_starlette.sse", Answers.OPENAI, "Hi", null),
          new Capture("ollama_chat_midstream_error.ndjson", Answers.OLLAMA, " Yes", Trouble.DOWN),
          new Capture("ollama_chat_ok.ndjson", Answers.OLLAMA, "That fits", null),
          new Capture("openai_choices_null_usage.sse", Answers.OPENAI, "Hi", null),
          new Capture("openai_done_without_blank_line.sse", Answers.OPENAI, "Hi", null),
          new Capture("openai_image_stream.sse", Answers.OPENAI, "", Trouble.BROKEN_OFF),
          new Capture("openai_ok_with_usage.sse", Answers.OPENAI, "Hello ", null),
          new Capture("openrouter_comments.sse", Answers.OPENAI, "Hel", Trouble.OVERLOADED),
          new Capture(
              "truncated_no_finish.sse", Answers.OPENAI, "Once upon a ti", Trouble.BROKEN_OFF),
          new Capture("vllm_midstream_error.sse", Answers.OPENAI, "On", Trouble.REFUSED));

  private final Vertx vertx = Vertx.vertx();
  private final FakeProvider provider = new FakeProvider();

  /** What was heard, and what it ended in. */
  private record Heard(String text, @Nullable Trouble trouble) {}

  @AfterEach
  void close() {
    vertx.close().await();
    provider.close();
  }

  @ParameterizedTest
  @FieldSource("CAPTURES")
  void aCaptureIsReadForWhatItIs(Capture capture) {
    provider.answering(FakeProvider.ok("text/event-stream", capture.bytes()));

    assertThat(ask(capture.provider())).isEqualTo(new Heard(capture.text(), capture.trouble()));
  }

  @ParameterizedTest
  @FieldSource("CAPTURES")
  void aCaptureMayComeByteByByteAndUnderAnyName(Capture capture) {
    provider.answering(
        FakeProvider.byteByByte(capture.bytes()),
        FakeProvider.ok("application/json", capture.bytes()));

    var whole = new Heard(capture.text(), capture.trouble());
    assertThat(ask(capture.provider())).isEqualTo(whole);
    assertThat(ask(capture.provider())).isEqualTo(whole);
  }

  @ParameterizedTest
  @FieldSource("CAPTURES")
  void aCutAnywhereIsNeverTakenForAnAnswer(Capture capture) {
    provider.answeringBy(request -> cut(capture.bytes(), position(request)));
    var model = capture.provider().model(vertx, provider.url());

    for (var from = 0; from < capture.bytes().length; from += TOGETHER) {
      var to = Math.min(from + TOGETHER, capture.bytes().length);
      var cuts = IntStream.range(from, to).mapToObj(at -> begin(model, "cut at " + at)).toList();
      for (var at = from; at < to; at++) {
        assertCut(capture, at, soon(cuts.get(at - from)));
      }
    }
  }

  private static void assertCut(Capture capture, int at, Heard heard) {
    var sent = new String(capture.bytes(), 0, at, StandardCharsets.UTF_8);
    assertThat(capture.text()).as("cut at %d", at).startsWith(heard.text());
    if (heard.trouble() == null) {
      assertThat(heard.text()).isEqualTo(capture.text());
      assertThat(sent).containsPattern("message_stop\"|\\[DONE]|\"stop\"");
    } else {
      assertThat(heard.trouble()).isIn(Trouble.BROKEN_OFF, capture.trouble());
    }
  }

  /** An end that looks like one, or a connection that breaks within a chunk. */
  private static FakeProvider.Answer cut(byte[] bytes, int at) {
    var sent = Arrays.copyOf(bytes, at);
    return at % 2 == 0 ? FakeProvider.ok("text/event-stream", sent) : FakeProvider.cut(sent);
  }

  private static int position(FakeProvider.Request request) {
    return Integer.parseInt(request.body().replaceAll("(?s).*cut at (\\d+).*", "$1"));
  }

  private Heard ask(Answers dialect) {
    return soon(begin(dialect.model(vertx, provider.url()), "a heron"));
  }

  private static Heard soon(Future<Heard> heard) {
    return heard
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(SOON.toSeconds(), TimeUnit.SECONDS)
        .join();
  }

  private static Future<Heard> begin(LanguageModel model, String description) {
    var text = new StringBuilder();
    return model
        .write(
            new Commission.OfPersona(description, 7),
            text::append,
            Promise.<Void>promise().future())
        .map(whole -> new Heard(text.toString(), null))
        .otherwise(failure -> new Heard(text.toString(), ((ModelException) failure).trouble()));
  }
}
