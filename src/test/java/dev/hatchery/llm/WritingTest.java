package dev.hatchery.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.hatchery.protocol.Happening.LlmProgress;
import dev.hatchery.protocol.Problem;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** A run asks a model behind a server that behaves in every way that servers do. */
class WritingTest {
  private static final Duration BRIEF = Duration.ofMillis(150);
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String OVERLOADED = "{\"error\":{\"message\":\"Later, %s\"}}";

  private final FakeProvider provider = new FakeProvider();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private Answers dialect = Answers.OPENAI;
  private Patience patience = Desk.PATIENT;

  @BeforeEach
  void listen() {
    log.start();
    root().addAppender(log);
  }

  @AfterEach
  void noKeyWasEverLogged() {
    root().detachAppender(log);
    provider.close();
    assertThat(log.list)
        .allSatisfy(
            event -> {
              assertThat(event.getFormattedMessage()).doesNotContain(Answers.KEY.reveal());
              assertThat(event.getThrowableProxy()).isNull();
            });
  }

  @ParameterizedTest
  @EnumSource
  void aPersonaIsWrittenAndMeasured(Answers each) {
    dialect = each;
    provider.answering(FakeProvider.byteByByte(bytes(each.whole())));

    try (var desk = desk()) {
      assertThat(desk.persona()).isEqualTo(Answers.PERSONA);
      assertThat(desk.messages()).containsExactly("The model is writing.");
      assertThat(desk.measured()).allMatch(measure -> measure.fraction() < 1);
      assertThat(desk.measured().getLast().fraction()).isGreaterThan(0.9);
      assertThat(desk.measured().getLast().tick()).isEqualTo(new LlmProgress(77));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServerMaySendAllAtOnceInsteadOfAStream(Answers each) {
    dialect = each;
    provider.answering(FakeProvider.ok("application/json", bytes(each.body())));

    try (var desk = desk()) {
      assertThat(desk.persona()).isEqualTo(Answers.PERSONA);
    }
  }

  @Test
  void whatAModelThinksIsNoPartOfItsAnswer() {
    var thought =
        "data: {\"choices\":[{\"delta\":{\"content\":null,\"reasoning_content\":\"{\"}}]}\n\n";
    provider.answering(FakeProvider.stream("data:\n\n" + thought + ": hm\n\n" + dialect.whole()));

    try (var desk = desk()) {
      assertThat(desk.persona()).isEqualTo(Answers.PERSONA);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOverloadedModelIsAskedThreeTimes(Answers each) {
    dialect = each;
    provider.answering(
        FakeProvider.status("429 Too Many", OVERLOADED, "retry-after-ms: 3"),
        FakeProvider.status("529 Overloaded", OVERLOADED.formatted(each.key().reveal())));

    try (var desk = desk()) {
      assertProblem(desk.problem(), "model_overloaded", "The model is overloaded");
      assertThat(provider.requests()).hasSize(3);
      assertThat(desk.messages())
          .containsExactly(
              "The model is overloaded; asking again (2 of 3).",
              "The model is overloaded; asking again (3 of 3).");
    }
  }

  @Test
  void theSecondAttemptMaySucceedAndSaysThatItIsTheSecond() {
    provider.answering(
        FakeProvider.status("429 Too Many", "", "retry-after: 0"),
        FakeProvider.stream(dialect.whole()));

    try (var desk = desk()) {
      assertThat(desk.persona()).isEqualTo(Answers.PERSONA);
      assertThat(desk.messages())
          .containsExactly(
              "The model is overloaded; asking again (2 of 3).", "The model is writing (2 of 3).");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasHeardBeforeTheConnectionBrokeIsForgotten(Answers each) {
    dialect = each;
    provider.answering(FakeProvider.cut(bytes(each.pieces())), FakeProvider.stream(each.whole()));

    try (var desk = desk()) {
      assertThat(desk.persona()).isEqualTo(Answers.PERSONA);
      assertThat(desk.messages())
          .containsExactly(
              "The model is writing.",
              "The model broke off in the middle; asking again (2 of 3).",
              "The model is writing (2 of 3).");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPersonaWithoutItsEndIsNoPersona(Answers each) {
    dialect = each;
    provider.answering(FakeProvider.stream(each.pieces()));

    try (var desk = desk()) {
      assertProblem(desk.problem(), "model_broken_off", "The model broke off in the middle");
      assertThat(provider.requests()).hasSize(3);
    }
  }

  @Test
  void aLongWaitIsNotWaitedFor() {
    provider.answering(FakeProvider.status("429 Too Many", "", "retry-after: 3600"));

    try (var desk = desk()) {
      assertProblem(desk.problem(), "model_overloaded", "The model is overloaded");
      assertThat(provider.requests()).hasSize(1);
    }
  }

  @Test
  void theServerSaysWhetherAskingAgainMakesSense() {
    provider.answering(
        FakeProvider.status("400 Odd", "", "x-should-retry: true", "retry-after-ms: 1"),
        FakeProvider.status("503 Gone", "", "x-should-retry: false"));

    try (var desk = desk()) {
      desk.problem();
      // The first was asked with and without a schema; of the second attempt nothing follows.
      assertThat(provider.requests()).hasSize(2);
    }
  }

  @Test
  void aProxysErrorPageMeansThatTheModelIsDown() {
    provider.answering(
        FakeProvider.status("502 Bad", "<html>nginx</html>", "content-type: text/html"));

    try (var desk = desk()) {
      assertProblem(desk.problem(), "model_down", "The model is down");
      assertThat(provider.requests()).hasSize(3);
    }
  }

  @Test
  void aWebPageIsNoAnswer() {
    provider.answering(FakeProvider.ok("text/html; charset=utf-8", bytes("<html>Hello</html>")));

    assertUnreadableAtOnce();
  }

  @Test
  void aCompressedAnswerIsNotUnpacked() {
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

  @Test
  void anAnswerOfAHundredMegabytesIsLeftAfterTwo() {
    provider.answering(FakeProvider.endless("", ": thinking\n\n"));

    assertUnreadableAtOnce();
    await().atMost(LONG).until(() -> provider.hungUp() == 1);
  }

  @Test
  void aLineWithoutEndIsLeftAfterTwoMegabytes() {
    provider.answering(FakeProvider.endless("data: {\"a\":\"", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"));

    assertUnreadableAtOnce();
  }

  @ParameterizedTest
  @EnumSource
  void aStalledStreamEndsInSilence(Answers each) {
    dialect = each;
    patience = new Patience(BRIEF, LONG, LONG);
    provider.answering(FakeProvider.stalling(each.pieces()));

    try (var desk = desk()) {
      assertProblem(desk.problem(), "model_silent", "The model did not answer in 0 s");
      await().atMost(LONG).until(() -> provider.hungUp() == 1);
      assertThat(provider.requests()).hasSize(1);
    }
  }

  @Test
  void aLocalModelMayLoadLongerBeforeItsFirstByte() {
    patience = new Patience(LONG, BRIEF, Duration.ofMillis(1));
    provider.answering(FakeProvider.stalling(""));

    try (var desk = desk()) {
      assertProblem(desk.problem(), "model_silent", "The model did not answer in 0 s");
    }
  }

  @Test
  void aTrickleEndsWhenTheTimeIsUp() {
    patience = new Patience(LONG, LONG, Duration.ofMillis(300));
    provider.answering(
        out -> {
          FakeProvider.stream("").write(out);
          while (true) {
            out.write(": still here\n\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            // The pace of the server; the test itself waits for the problem.
            Thread.sleep(10);
          }
        });

    try (var desk = desk()) {
      assertProblem(desk.problem(), "model_slow", "The model took more than 0 s");
    }
  }

  @Test
  void cancellingHangsUp() {
    provider.answering(FakeProvider.stalling(dialect.pieces()));

    try (var desk = desk()) {
      var asked = desk.ask();
      await().atMost(LONG).until(() -> !desk.measured().isEmpty());
      desk.cancel();

      assertThat(Desk.problem(asked)).isInstanceOf(Problem.Cancelled.class);
      await().atMost(Duration.ofSeconds(1)).until(() -> provider.hungUp() == 1);
    }
  }

  @Test
  void stoppingTheServerHangsUp() {
    provider.answering(FakeProvider.stalling(dialect.pieces()));

    try (var desk = desk()) {
      desk.ask();
      await().atMost(LONG).until(() -> !desk.measured().isEmpty());
    }
    await().atMost(LONG).until(() -> provider.hungUp() == 1);
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

  @Test
  void aServerThatIsGoneIsDown() {
    var url = provider.url();
    provider.close();

    try (var desk = new Desk(vertx -> dialect.model(vertx, url), patience)) {
      assertProblem(desk.problem(), "model_down", "The model is down");
    }
  }

  @Test
  void anAnswerThatHoldsNoPersonaIsNotAskedForAgain() {
    provider.answering(
        FakeProvider.stream(dialect.piece("I would rather not.") + dialect.ending()));

    assertUnreadableAtOnce();
  }

  @Test
  void anIllModelIsSparedForAWhile() {
    provider.answering(FakeProvider.status("500 Ill", "", "x-should-retry: false"));

    try (var desk = desk()) {
      Stream.generate(desk::problem)
          .limit(6)
          .forEach(problem -> assertProblem(problem, "model_down", "The model is down"));
      assertThat(provider.requests()).hasSize(4);
    }
  }

  private Desk desk() {
    return new Desk(this::model, patience);
  }

  private LanguageModel model(Vertx vertx) {
    return dialect.model(vertx, provider.url());
  }

  private void assertUnreadableAtOnce() {
    try (var desk = desk()) {
      assertProblem(
          desk.problem(), "model_unreadable", "The model sent something we could not read");
      assertThat(provider.requests()).hasSize(1);
    }
  }

  private static void assertProblem(Problem problem, String code, String words) {
    assertThat(problem)
        .isEqualTo(
            new Problem.ModelUnavailable(
                code, words + ", so this persona was made from your words alone."));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
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

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }
}
