package dev.hatchery.cli.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandTextTest {
  @Test
  void aCommandReadsAsItWasTyped() {
    assertThat(CommandText.of(List.of("python", "train.py", "--epochs=3", "a b")))
        .isEqualTo("python train.py --epochs=3 'a b'");
  }

  @Test
  void secretsAreNobodysBusiness() {
    assertThat(
            CommandText.of(
                List.of(
                    "x",
                    "--password",
                    "hunter2",
                    "--api-key=abc",
                    "HF_TOKEN=def",
                    "-v",
                    "https://me:pw@example.org/")))
        .isEqualTo("x --password … --api-key=… HF_TOKEN=… -v https://…@example.org/")
        .doesNotContain("hunter2");
  }

  @Test
  void itIsShortAndHarmless() {
    assertThat(CommandText.of(List.of("sh", "-c", "\u001B[2J" + "x".repeat(500))))
        .hasSize(120)
        .startsWith("sh -c '[2Jxxx")
        .endsWith("…");
  }
}
