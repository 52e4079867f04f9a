package dev.hatchery.llm;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.hatchery.protocol.Problem;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.slf4j.LoggerFactory;

/** A model behind a server that says what it is told to, and an ear for what is logged. */
abstract class WritingFixture {
  static final Duration LONG = Duration.ofSeconds(20);

  final FakeProvider provider = new FakeProvider();
  Answers dialect = Answers.OPENAI;
  Patience patience = Desk.PATIENT;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

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
        .flatExtracting(ILoggingEvent::getFormattedMessage, WritingFixture::thrown)
        .noneMatch(words -> String.valueOf(words).contains(Answers.KEY.reveal()));
    // A Vert.x that is closed in the middle of its work may say so by itself.
    assertThat(log.list)
        .filteredOn(event -> event.getLoggerName().startsWith("dev.hatchery"))
        .allMatch(event -> event.getThrowableProxy() == null);
  }

  private static String thrown(ILoggingEvent event) {
    return ThrowableProxyUtil.asString(event.getThrowableProxy());
  }

  Desk desk() {
    return new Desk(this::model, patience);
  }

  private LanguageModel model(Vertx vertx) {
    return dialect.model(vertx, provider.url());
  }

  static void assertProblem(Problem problem, String code, String words) {
    assertThat(problem)
        .isEqualTo(
            new Problem.ModelUnavailable(
                code, words + ", so this persona was made from your words alone."));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }
}
