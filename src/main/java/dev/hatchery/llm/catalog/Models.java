package dev.hatchery.llm.catalog;

import dev.hatchery.config.Config;
import dev.hatchery.llm.LanguageModel;
import dev.hatchery.llm.Patience;
import dev.hatchery.llm.anthropic.Anthropic;
import dev.hatchery.llm.claude.ClaudeCommand;
import dev.hatchery.llm.ollama.Ollama;
import dev.hatchery.llm.openai.OpenAi;
import dev.hatchery.protocol.ModelName;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The models that this machine can be given, and the one that its settings choose. */
public final class Models {
  private static final Logger LOG = LoggerFactory.getLogger(Models.class);
  private static final String AUTO = "auto";

  private final Config.Llm settings;
  private final Map<String, String> environment;
  private final Function<Vertx, LanguageModel> storyteller;

  /**
   * The models of these settings.
   *
   * @param environment ours, of which child processes get a few variables
   * @param storyteller makes the model that needs no settings
   */
  public Models(
      Config.Llm settings,
      Map<String, String> environment,
      Function<Vertx, LanguageModel> storyteller) {
    this.settings = settings;
    this.environment = environment;
    this.storyteller = storyteller;
  }

  /** The provider that is named, or else the first that is configured, or else the storyteller. */
  public String chosen() {
    if (!settings.provider().equals(AUTO)) {
      return settings.provider();
    }
    if (settings.anthropic().configured()) {
      return "anthropic";
    }
    if (settings.openai().configured()) {
      return "openai";
    }
    if (settings.ollama().configured()) {
      return "ollama";
    }
    return settings.claude().configured() ? "claude" : "storyteller";
  }

  /** Whether the chosen model writes and chooses what it is asked, and not only personas. */
  public boolean prose() {
    return !chosen().equals("storyteller");
  }

  /** The chosen model, as it calls itself once it is open. */
  public ModelName name() {
    return switch (chosen()) {
      case "anthropic" -> new ModelName("anthropic", settings.anthropic().model());
      case "openai" -> new ModelName("openai", settings.openai().model());
      case "ollama" -> new ModelName("ollama", settings.ollama().complete().model());
      case "claude" -> new ModelName("claude", named(settings.claude().model()));
      default -> new ModelName(chosen(), null);
    };
  }

  private static @Nullable String named(String model) {
    return model.isEmpty() ? null : model;
  }

  /** Opens the chosen model and says in the log which it is, and why. */
  public LanguageModel open(Vertx vertx) {
    var model =
        switch (chosen()) {
          case "anthropic" -> new Anthropic(vertx, settings.anthropic());
          case "openai" -> new OpenAi(vertx, settings.openai());
          case "ollama" -> new Ollama(vertx, settings.ollama());
          case "claude" -> new ClaudeCommand(vertx, settings.claude(), environment);
          default -> storyteller.apply(vertx);
        };
    LOG.info("Personas are written by {} ({})", model.name(), why());
    return model;
  }

  /** How long to wait for any of them. */
  public Patience patience() {
    return new Patience(
        settings.idleTimeout(), settings.firstByteTimeout(), settings.totalTimeout());
  }

  private String why() {
    if (!settings.provider().equals(AUTO)) {
      return "llm.provider says so";
    }
    return chosen().equals("storyteller")
        ? "no other model is configured"
        : "the first that is configured";
  }
}
