package dev.hatchery.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelSettingsTest {
  private static final String KEY = "sk_very_secret_0123456789";

  @TempDir Path folder;

  @Test
  void aKeyIsReadAndNeverShown() {
    var config = read(Map.of("ANTHROPIC_API_KEY", " " + KEY + "\n"));

    assertThat(config.llm().anthropic().apiKey().reveal()).isEqualTo(KEY);
    assertThat(config.toString()).contains("•••").doesNotContain(KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"llm\": {\"anthropic\": {\"apiKey\": [\"KEY\"]}}}",
        "{\"llm\": {\"anthropic\": {\"apiKey\": {\"KEY\": 1}}}}",
        "{\"llm\": {\"anthropic\": {\"apiKey\": \"two KEY\"}}}",
        "{\"llm\": {\"anthropic\": {\"apiKey\": KEY}}}",
        "{\"llm\": {\"anthropic\": {\"apiKey\": \"KEY}}}",
      })
  void noErrorRepeatsAKey(String json) throws IOException {
    var file = Files.writeString(folder.resolve("h.json"), json.replace("KEY", KEY));

    assertThatThrownBy(() -> new ConfigFile().read(file, Map.of(), Map.of()))
        .isInstanceOf(ConfigException.class)
        .message()
        .doesNotContain(KEY)
        .containsAnyOf("apiKey", "line 1");
  }

  @Test
  void whatIsSaidForHatcheryAloneComesAboveWhatTheVendorsMadeCommon() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("h.json"), "{\"llm\": {\"openai\": {\"url\": \"http://file/v1\"}}}");
    var environment =
        Map.of(
            "OPENAI_BASE_URL", "http://vendor/v1",
            "OPENAI_API_KEY", "vendors",
            "HATCHERY_LLM_OPENAI_API_KEY", "ours");

    var openai = new ConfigFile().read(file, environment, Map.of()).llm().openai();

    assertThat(openai.url()).hasToString("http://file/v1");
    assertThat(openai.apiKey().reveal()).isEqualTo("ours");
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, http://127.0.0.1:11434",
    "0.0.0.0:8080, http://127.0.0.1:8080",
    "gpu.lan, http://gpu.lan:11434",
    "gpu.lan:1, http://gpu.lan:1",
    ":1234, http://127.0.0.1:1234",
    "http://gpu.lan:1, http://gpu.lan:1",
    "https://ollama.example, https://ollama.example",
  })
  void ollamasHostIsReadInEachOfItsForms(String host, String url) {
    assertThat(read(Map.of("OLLAMA_HOST", host)).llm().ollama().url()).hasToString(url);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HATCHERY_LLM_PROVIDER       | gpt                    | but may be auto, anthropic, openai
          HATCHERY_LLM_PROVIDER       | anthropic              | ANTHROPIC_API_KEY in the environment
          HATCHERY_LLM_PROVIDER       | openai                 | OPENAI_API_KEY or OPENAI_BASE_URL
          OPENAI_BASE_URL             | ftp://x                | llm.openai.url must be an address
          OPENAI_BASE_URL             | https://me:pw@x/v1     | llm.openai.url must not hold a name
          ANTHROPIC_BASE_URL          | https://x/?key=1       | must not hold a name, a password
          HATCHERY_LLM_CLAUDE_MODEL   | --dangerous            | must not begin with -
          HATCHERY_LLM_OPENAI_MODEL   | ''                     | llm.openai.model must not be empty
          """)
  void aWrongSettingIsNamed(String variable, String value, String sentence) {
    assertThatThrownBy(() -> read(Map.of(variable, value)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(sentence);
  }

  private static Config read(Map<String, String> environment) {
    return new ConfigFile().read(null, environment, Map.of());
  }
}
