package dev.hatchery;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.read.ListAppender;
import dev.hatchery.protocol.RunId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

/** What a line of the log looks like, in both forms. */
final class LogsTest {
  private static final RunId RUN = new RunId("0123456789abcdefghijklmnop");

  @ParameterizedTest
  @ValueSource(strings = {"json", "plain"})
  void aLineIsOneLineAndNamesItsRun(String form) throws JoranException {
    var line = logged(form, "a model said: \n\u001b[2Jfake ${jndi:ldap://x}");

    assertThat(line).endsWith("\n").containsOnlyOnce("\n").contains(RUN.value(), "${jndi:ldap:");
    assertThat(line).doesNotContain("\u001b");
  }

  /** A line as the configured form writes it. */
  private static String logged(String form, String message) throws JoranException {
    var logs = new LoggerContext();
    logs.setMDCAdapter(new LogbackMDCAdapter());
    logs.putProperty("log.form", form);
    var configurator = new JoranConfigurator();
    configurator.setContext(logs);
    configurator.doConfigure(LogsTest.class.getResource("/logback.xml"));
    var root = logs.getLogger(Logger.ROOT_LOGGER_NAME);
    var appender = (ConsoleAppender<ILoggingEvent>) root.iteratorForAppenders().next();
    root.detachAppender(appender);
    var events = new ListAppender<ILoggingEvent>();
    events.start();
    root.addAppender(events);
    root.atInfo().addKeyValue(RunId.KEY, RUN).log("{}", message);
    return new String(appender.getEncoder().encode(events.list.getFirst()), StandardCharsets.UTF_8);
  }
}
