package dev.hatchery.llm.claude;

import dev.hatchery.config.Providers;
import dev.hatchery.config.Secret;
import dev.hatchery.llm.Checkup;
import dev.hatchery.llm.Commission;
import dev.hatchery.llm.LanguageModel;
import dev.hatchery.llm.Listener;
import dev.hatchery.llm.ModelException;
import dev.hatchery.llm.Probe;
import dev.hatchery.llm.Trouble;
import dev.hatchery.llm.http.Complaints;
import dev.hatchery.llm.http.Provider;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Claude through its command line, for whoever is logged in there and has no key. */
public final class ClaudeCommand implements LanguageModel {
  private final Vertx vertx;
  private final Map<String, String> environment;
  private final Providers.Claude settings;
  private final List<String> arguments;
  private final Complaints complaints;

  /**
   * The command with these settings.
   *
   * @param environment ours, of which it gets a few variables and never a key
   */
  public ClaudeCommand(Vertx vertx, Providers.Claude settings, Map<String, String> environment) {
    this.vertx = vertx;
    this.environment = environment;
    this.settings = settings.complete();
    this.arguments = ClaudeArguments.of(this.settings);
    this.complaints =
        new Complaints(
            new Provider(
                "The claude command",
                "llm.claude",
                URI.create(""),
                this.settings.model(),
                Secret.NONE));
  }

  @Override
  public String name() {
    return settings.model().isEmpty() ? "claude" : "claude:" + settings.model();
  }

  @Override
  public Future<Void> write(Commission commission, Listener listener, Future<Void> cancelled) {
    return run(
        commission.instructions()
            + schema(commission)
            + "\nThe user's message:\n"
            + commission.message(),
        listener,
        cancelled);
  }

  /** The persona's instructions say of themselves what it looks like. */
  private static String schema(Commission commission) {
    return commission instanceof Commission.OfForm asked
        ? "\nAnswer with one JSON object of this schema and nothing else:\n"
            + asked.form().json()
            + "\n"
        : "";
  }

  @Override
  public Future<Checkup> check() {
    return new Probe(vertx, this).ask((listener, late) -> run("Say: yes", listener, late));
  }

  private Future<Void> run(String input, Listener listener, Future<Void> cancelled) {
    var conversation =
        new Conversation(vertx, complaints, new ClaudeAnswer(complaints, listener), listener);
    try {
      var process = ClaudeProcess.start(arguments, environment, input, conversation);
      return conversation.with(process, cancelled);
    } catch (IOException e) {
      return Future.failedFuture(
          ModelException.lasting(
              Trouble.MISCONFIGURED,
              "There is no program %s that can be started; install Claude Code or set"
                      .formatted(settings.command())
                  + " llm.claude.command."));
    }
  }
}
