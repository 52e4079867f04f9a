package dev.hatchery.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run asks a model behind a server that sends anything but a persona. */
class BadAnswerTest extends WritingFixture {
  @ParameterizedTest
  @EnumSource
  void aProxysErrorPageMeansThatTheModelIsDown(Answers each) {
    dialect = each;
    provider.answering(
        FakeProvider.status("502 Bad", "<html>nginx</html>", "content-type: text/html"));

    try (var desk = desk()) {
      assertProblem(desk.problem(), "model_down", "The model is down");
      assertThat(provider.requests()).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWebPageIsNoAnswer(Answers each) {
    dialect = each;
    provider.answering(FakeProvider.ok("text/html; charset=utf-8", bytes("<html>Hello</html>")));

    assertUnreadableAtOnce();
  }

  @ParameterizedTest
  @EnumSource
  void aCompressedAnswerIsNotUnpacked(Answers each) {
    dialect = each;
    var bomb = zipped(new byte[50_000_000]);
    provider.answeringBy(
        request ->
            out -> {
              FakeProvider.status("200 OK", "", "content-encoding: gzip").write(out);
              out.write(bomb);
            });

    assertUnreadableAtOnce();
    assertThat(provider.requests().getFirst().head()).contains("accept-encoding: identity");
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerOfAHundredMegabytesIsLeftAfterTwo(Answers each) {
    dialect = each;
    provider.answering(FakeProvider.endless("", ": thinking\n\n"));

    assertUnreadableAtOnce();
    await().atMost(LONG).until(() -> provider.hungUp() == 1);
  }

  @ParameterizedTest
  @EnumSource
  void aLineWithoutEndIsLeftAfterTwoMegabytes(Answers each) {
    dialect = each;
    provider.answering(FakeProvider.endless("data: {\"a\":\"", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"));

    assertUnreadableAtOnce();
  }

  @ParameterizedTest
  @EnumSource
  void aRedirectIsNotFollowed(Answers each) {
    dialect = each;
    try (var elsewhere = new FakeProvider()) {
      provider.answering(
          FakeProvider.status("307 Elsewhere", "", "location: " + elsewhere.url() + "/x"));
      try (var desk = desk()) {
        assertProblem(desk.problem(), "model_misconfigured", "The model is not set up right");
      }
      assertThat(elsewhere.requests()).isEmpty();
      assertThat(provider.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRefusedKeyIsNotTriedAgain(Answers each) {
    dialect = each;
    provider.answering(
        FakeProvider.status(
            "401 No", "{\"error\":{\"message\":\"bad key %s\"}}".formatted(each.key().reveal())));

    try (var desk = desk()) {
      assertProblem(desk.problem(), "model_misconfigured", "The model is not set up right");
      assertThat(provider.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerThatHoldsNoPersonaIsNotAskedForAgain(Answers each) {
    dialect = each;
    provider.answering(
        FakeProvider.stream(dialect.piece("I would rather not.") + dialect.ending()));

    assertUnreadableAtOnce();
  }

  private void assertUnreadableAtOnce() {
    try (var desk = desk()) {
      assertProblem(
          desk.problem(), "model_unreadable", "The model sent something we could not read");
      assertThat(provider.requests()).hasSize(1);
    }
  }

  private static byte[] zipped(byte[] plain) {
    var zipped = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(zipped)) {
      zip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }
}
