package dev.hatchery.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Eta;
import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.Standing;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EventJsonTest {
  private static final Eta SOON = new Eta(Duration.ofMillis(12_001), Duration.ofSeconds(20));

  @Test
  void everyEventSaysWhoseItIsAndHowFarTheRunIs() {
    assertThat(line(new Happening.Saving()))
        .isEqualTo(
            ("{\"run_id\":\"%s\",\"seq\":7,\"timestamp\":\"2026-03-01T06:00:00.000Z\","
                    + "\"message\":\"Words.\",\"progress\":40,\"measured\":32.5}")
                .formatted(Runs.ID));
  }

  @Test
  void aModelsTokensAreSaidWhereItStreams() {
    assertThat(line(new Happening.LlmProgress(12))).endsWith(",\"estimated\":true,\"tokens\":12}");
    assertThat(line(new Happening.LlmProgress(null))).endsWith(",\"estimated\":true}");
  }

  @Test
  void aRendererSaysItsStepsAndWhatIsNotKnownIsNull() {
    assertThat(line(new Happening.AvatarProgress(12.55, 5, 40, SOON, "/p")))
        .endsWith(
            ",\"estimated\":true,\"renderer_percent\":12.5,\"step\":5,\"steps\":40,"
                + "\"eta_seconds\":{\"p50\":13,\"p90\":20},\"preview_url\":\"/p\"}");
    assertThat(line(Happening.AvatarProgress.NOTHING))
        .endsWith(",\"renderer_percent\":null,\"step\":null,\"steps\":null,\"eta_seconds\":null}");
  }

  @Test
  void aStandInPersonaSaysWhy() {
    var persona =
        ",\"agent_data\":{\"name\":\"Cinder\",\"backstory\":\"A small dragon that minds a lamp.\","
            + "\"personality_traits\":[\"warm\"],\"avatar_prompt\":\"A small red dragon\"}";

    assertThat(line(new Happening.BackstoryComplete(Runs.CINDER, null))).endsWith(persona + "}");
    assertThat(line(new Happening.BackstoryComplete(Runs.CINDER, "It is down.")))
        .endsWith(persona + ",\"fallback\":true,\"reason\":\"It is down.\"}");
  }

  @Test
  void theEndingsSayWhatCameOfIt() {
    var agent = Runs.cinder();

    assertThat(line(new Happening.Complete(agent)))
        .contains("\"agent\":{\"id\":\"" + agent.id() + "\",\"name\":\"Cinder\"")
        .contains("\"avatar_url\":\"/api/agents/" + agent.id() + "/avatar\"")
        .contains("\"fallback\":{\"persona\":false,\"avatar\":false},\"run_id\":\"" + Runs.ID)
        .endsWith("\"created_at\":\"2026-03-01T06:00:00Z\"}}");
    assertThat(line(new Happening.Failed("disk_full", true)))
        .endsWith(",\"code\":\"disk_full\",\"retryable\":true,\"fallback\":false}");
    assertThat(line(new Happening.Cancelled())).endsWith("\"measured\":32.5}");
  }

  @Test
  void whateverIsInTheWordsItIsOneLine() {
    var standing = new Standing(0, 0, null, "one\r\ntwo", null);

    assertThat(EventJson.line(Runs.ID, 1, Runs.DAWN, standing, new Happening.Saving()))
        .doesNotContain("\n", "\r");
  }

  private static String line(Happening happening) {
    var standing = new Standing(40, 32.5, "llm", "Words.", null);
    return EventJson.line(Runs.ID, 7, Runs.DAWN, standing, happening);
  }
}
