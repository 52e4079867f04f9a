package dev.hatchery.avatar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RendererTemplateTest {

  @Test
  void everyPlaceStaysWithinItsArgument() {
    assertThat(
            argv("a b; rm -rf /", "paint", "--prompt={prompt}", "-o", "{output}", "{steps}x{seed}"))
        .containsExactly("paint", "--prompt=a b; rm -rf /", "-o", "/run/p.png", "4x7");
  }

  @Test
  void aPromptThatNamesAPlaceStaysWords() {
    assertThat(argv("{output} $1 \\", "paint", "{prompt}", "{output}"))
        .containsExactly("paint", "{output} $1 \\", "/run/p.png");
  }

  @Test
  void aPromptThatLooksLikeAnOptionIsNone() {
    assertThat(argv("-h", "paint", "{prompt}", "--prompt={prompt}", "{output}"))
        .containsExactly("paint", " -h", "--prompt=-h", "/run/p.png");
  }

  @Test
  void ourOwnPainterIsFoundFromAnyDirectory() {
    List<String> argv = argv("x", "{java}", "-cp", "{classpath}", "{output}");
    assertThat(Path.of(argv.getFirst())).isExecutable();
    assertThat(argv.get(2).split(":")).allMatch(entry -> Path.of(entry).isAbsolute());
  }

  @Test
  void constantsFillFurtherPlaces() {
    RendererTemplate template =
        RendererTemplate.of(List.of("p", "{pace}", "{output}"), Map.of("pace", "40"));
    assertThat(template.argv(Map.of("output", "o"))).containsExactly("p", "40", "o");
  }

  @Test
  void aCommandThatCanNeverWorkIsRefusedAtOnce() {
    refused(
        "a renderer's command has places nobody fills: {model}, {size}",
        "p",
        "{output}",
        "{size}{model}");
    refused("a renderer's command must say where {output} goes", "p", "{prompt}");
    refused(
        "a renderer's command must not have {prompt} within a script; give it an argument of its"
            + " own behind it, as in: sh -c 'paint \"$1\"' sh {prompt}",
        "sh",
        "-c",
        "paint '{prompt}' > {output}");
    refused("a renderer's program must not be taken from the prompt", "{prompt}", "{output}");
    refused("a renderer's command must not be empty");
    refused("a renderer's command must not contain NUL", "p\0", "{output}");
  }

  @Test
  void thePromptIsOneLineOfAtMostEightKibibytes() {
    assertThat(Prompt.clean(" a\nb\u0000\u001b[31m \u009bc\t")).isEqualTo("a b [31m c");
    assertThat(Prompt.clean("é".repeat(5000)).getBytes(StandardCharsets.UTF_8)).hasSize(8192);
    assertThat(Prompt.clean("x" + "🦊".repeat(5000))).endsWith("🦊").doesNotContain("\ufffd");
  }

  @Test
  void variablesThatHideTheBarsAreRefused() {
    assertThatThrownBy(() -> ChildEnvironment.check(Map.of("TQDM_DISABLE", "0")))
        .hasMessage("a renderer's env must not set TQDM_DISABLE: its progress could not be read");
  }

  @Test
  void secretsOfTheServerDoNotReachTheRenderer() {
    Map<String, String> child =
        ChildEnvironment.of(
            Map.of("PATH", "/bin", "ANTHROPIC_API_KEY", "k", "TQDM_DISABLE", "1"),
            Map.of("HF_HOME", "/models"),
            "run:1");
    assertThat(child)
        .containsOnlyKeys(
            "PATH",
            "HOME",
            "LANG",
            "LC_ALL",
            "TERM",
            "PYTHONUNBUFFERED",
            "PYTHONIOENCODING",
            "HF_HOME",
            "HATCHERY_RUN");
  }

  private static List<String> argv(String prompt, String... command) {
    return RendererTemplate.of(List.of(command), Map.of())
        .argv(Map.of("prompt", prompt, "output", "/run/p.png", "steps", "4", "seed", "7"));
  }

  private static void refused(String sentence, String... command) {
    assertThatThrownBy(() -> RendererTemplate.of(List.of(command), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(sentence);
  }
}
