package dev.hatchery.llm.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.hatchery.config.ConfigFile;
import dev.hatchery.llm.storyteller.Storyteller;
import dev.hatchery.protocol.ModelName;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class ModelsTest {
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A=b                                                            | storyteller
          ANTHROPIC_API_KEY=k OPENAI_API_KEY=k OLLAMA_HOST=h             | anthropic:claude-haiku-4-5
          OPENAI_API_KEY=k OLLAMA_HOST=h                                 | openai:gpt-4.1-mini
          OPENAI_BASE_URL=http://localhost:8000/v1                       | openai:gpt-4.1-mini
          OPENAI_BASE_URL=http://h/v1 HATCHERY_LLM_OPENAI_MODEL=mine     | openai:mine
          OLLAMA_HOST=127.0.0.1:11434                                    | ollama:llama3.2
          HATCHERY_LLM_OLLAMA_MODEL=qwen3                                | ollama:qwen3
          HATCHERY_LLM_CLAUDE_COMMAND=claude                             | claude
          HATCHERY_LLM_PROVIDER=claude HATCHERY_LLM_CLAUDE_MODEL=haiku   | claude:haiku
          ANTHROPIC_API_KEY=k HATCHERY_LLM_PROVIDER=storyteller          | storyteller
          ANTHROPIC_API_KEY=k HATCHERY_LLM_PROVIDER=ollama               | ollama:llama3.2
          """)
  void theFirstThatIsConfiguredWrites(String environment, String name) {
    var models = models(environment);

    assertThat(models.open(vertx).name()).isEqualTo(name);
    assertThat(models.name()).isEqualTo(ModelName.of(name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A=b                                                | storyteller (no other model is configured)
          OLLAMA_HOST=h OPENAI_API_KEY=k                     | openai:gpt-4.1-mini (the first that is configured)
          ANTHROPIC_API_KEY=k HATCHERY_LLM_PROVIDER=ollama   | ollama:llama3.2 (llm.provider says so)
          """)
  void whichOneWritesIsToldWithTheReason(String environment, String told) {
    var log = new ListAppender<ILoggingEvent>();
    var logger = (Logger) LoggerFactory.getLogger(Models.class);
    logger.setLevel(Level.INFO);
    log.start();
    logger.addAppender(log);
    try {
      models(environment).open(vertx);
    } finally {
      logger.detachAppender(log);
      logger.setLevel(null);
    }

    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly("Personas are written by " + told);
  }

  private static Models models(String variables) {
    Map<String, String> environment = new HashMap<>();
    for (var variable : variables.split(" ")) {
      environment.put(variable.split("=")[0], variable.split("=")[1]);
    }
    var settings = new ConfigFile().read(null, environment, Map.of()).llm();
    return new Models(settings, environment, vertx -> new Storyteller(vertx, Duration.ZERO));
  }
}
