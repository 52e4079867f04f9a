package dev.hatchery.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each status of a provider means, and how often it is asked after it. */
class StatusTest {
  private final FakeProvider provider = new FakeProvider();

  @AfterEach
  void close() {
    provider.close();
  }

  @ParameterizedTest
  @CsvSource({
    "302, 1, model_misconfigured",
    "400, 1, model_refused",
    "401, 1, model_misconfigured",
    "402, 1, model_misconfigured",
    "403, 1, model_misconfigured",
    "404, 1, model_misconfigured",
    "408, 3, model_down",
    "409, 3, model_down",
    "413, 1, model_refused",
    "422, 1, model_refused",
    "429, 3, model_overloaded",
    "500, 3, model_down",
    "502, 3, model_down",
    "503, 3, model_overloaded",
    "504, 3, model_down",
    "529, 3, model_overloaded",
  })
  void onlyWhatMayPassIsAskedForAgain(String status, int requests, String code) {
    provider.answering(FakeProvider.status(status + " Said", "", "retry-after-ms: 1"));

    try (var desk =
        new Desk(vertx -> Answers.ANTHROPIC.model(vertx, provider.url()), Desk.PATIENT)) {
      assertThat(desk.problem())
          .isInstanceOfSatisfying(
              Problem.ModelUnavailable.class,
              problem -> assertThat(problem.code()).isEqualTo(code));
      assertThat(provider.requests()).hasSize(requests);
    }
  }
}
