package dev.hatchery.config;

import java.net.URI;
import java.util.List;

/** Where the language models are; {@code configured} says whether {@code auto} may choose one. */
public final class Providers {
  /** What {@code llm.provider} may be; {@code auto} asks the four in this order. */
  public static final List<String> NAMES =
      List.of("auto", "anthropic", "openai", "ollama", "claude", "storyteller");

  private static final String EXAMPLE = "https://example.org/v1";

  private Providers() {}

  /**
   * Anthropic's Messages.
   *
   * @param url without {@code /v1/messages}
   * @param maxTokens how many an answer may have
   */
  public record Anthropic(URI url, Secret apiKey, String model, int maxTokens) {
    public Anthropic {
      Check.base("llm.anthropic.url", url, EXAMPLE);
      named("llm.anthropic.model", model);
      tokens("llm.anthropic.maxTokens", maxTokens);
    }

    /** Whether there is a key. */
    public boolean configured() {
      return apiKey.present();
    }
  }

  /**
   * OpenAI, or any server that speaks like it, of which many need no key.
   *
   * @param url without {@code /chat/completions}
   * @param maxTokens how many an answer may have
   */
  public record OpenAi(URI url, Secret apiKey, String model, int maxTokens) {
    private static final String HOST = "api.openai.com";

    public OpenAi {
      Check.base("llm.openai.url", url, EXAMPLE);
      named("llm.openai.model", model);
      tokens("llm.openai.maxTokens", maxTokens);
    }

    /** Whether there is a key, or a server other than OpenAI's. */
    public boolean configured() {
      return apiKey.present() || !vendor();
    }

    /** Whether it is OpenAI itself. */
    public boolean vendor() {
      return HOST.equals(url.getHost());
    }
  }

  /**
   * Ollama.
   *
   * @param url empty for the usual place on this machine
   * @param model empty for {@link #USUAL_MODEL}
   * @param maxTokens how many an answer may have
   */
  public record Ollama(URI url, String model, int maxTokens) {
    public static final URI USUAL_URL = URI.create("http://127.0.0.1:11434");
    public static final String USUAL_MODEL = "llama3.2";

    public Ollama {
      if (!url.toString().isEmpty()) {
        Check.base("llm.ollama.url", url, EXAMPLE);
      }
      tokens("llm.ollama.maxTokens", maxTokens);
    }

    /** Whether anything is said about it. */
    public boolean configured() {
      return !url.toString().isEmpty() || !model.isEmpty();
    }

    /** The same with the usual place and model where nothing is said. */
    public Ollama complete() {
      return new Ollama(
          url.toString().isEmpty() ? USUAL_URL : url,
          model.isEmpty() ? USUAL_MODEL : model,
          maxTokens);
    }
  }

  /**
   * The {@code claude} command line, with the account that it is logged in to.
   *
   * @param command empty for {@code claude} on the PATH
   * @param model empty for the command's own choice
   */
  public record Claude(String command, String model) {
    public Claude {
      Check.that(!model.startsWith("-"), "llm.claude.model must not begin with -");
    }

    /**
     * Whether anything is said about it: that it is installed does not mean that it may be used.
     */
    public boolean configured() {
      return !command.isEmpty() || !model.isEmpty();
    }

    /** The same with the usual command where none is said. */
    public Claude complete() {
      return command.isEmpty() ? new Claude("claude", model) : this;
    }
  }

  private static void named(String key, String model) {
    Check.that(!model.isBlank(), "%s must not be empty", key);
  }

  private static void tokens(String key, int tokens) {
    Check.that(tokens >= 1, "%s must be at least 1, was %s", key, tokens);
  }
}
