package dev.hatchery.mission.tool.custom;

import dev.hatchery.config.ToolEntry;
import dev.hatchery.mission.tool.Answer;
import dev.hatchery.mission.tool.Call;
import dev.hatchery.mission.tool.ToolException;
import dev.hatchery.protocol.ToolName;
import dev.hatchery.terminal.Executable;
import dev.hatchery.terminal.MissingCommandException;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A command of the user's: its standard output is the answer, or the file {@code {output}} if it
 * names that; bars on its standard error are its progress.
 */
final class CommandTool extends ConfiguredTool {
  private static final Logger LOG = LoggerFactory.getLogger(CommandTool.class);

  private final Vertx vertx;
  private final CommandTemplate template;
  private final Map<String, String> environment;
  private final Path runs;

  /**
   * A tool that starts nothing yet.
   *
   * @param ours our environment, of which the command gets a few variables
   * @param runs where each run has a folder while it works
   * @throws IllegalArgumentException with a sentence when its command can never work
   */
  CommandTool(Vertx vertx, ToolName name, ToolEntry entry, Map<String, String> ours, Path runs) {
    super(name, entry);
    this.vertx = vertx;
    this.template = new CommandTemplate(entry.command());
    this.environment = CommandEnvironment.of(ours, entry.env());
    this.runs = runs;
  }

  @Override
  public @Nullable String lacks() {
    try {
      var unused = program();
      return null;
    } catch (MissingCommandException e) {
      return "%s needs a program that is not installed: %s.".formatted(name, e.getMessage());
    }
  }

  @Override
  public Answer use(Call call) {
    try {
      // Files and processes are opened by calls that block.
      var folder = vertx.executeBlocking(() -> RunFolder.create(runs, call.runId()), false).await();
      try {
        return answer(call, folder);
      } finally {
        vertx.executeBlocking(folder::delete, false).await();
      }
    } catch (Exception e) {
      throw e instanceof RuntimeException known ? known : cannotStart(e);
    }
  }

  private Answer answer(Call call, RunFolder folder) throws IOException {
    var argv = new ArrayList<>(template.argv(call, folder.output()));
    argv.set(0, program().toString());
    var command = new Command(argv, environment, folder);
    var run =
        vertx
            .executeBlocking(() -> CommandRun.start(vertx, command, call.listener()), false)
            .await();
    call.stopped().onFailure(run::stop);
    var said = run.answer(patience(call)).await();
    var text = template.hasOutput() ? vertx.executeBlocking(folder::read, false).await() : said;
    return Contents.answer(name, text);
  }

  private Path program() throws MissingCommandException {
    var here = Path.of("").toAbsolutePath();
    return Executable.find(template.program(), environment.getOrDefault("PATH", ""), here);
  }

  private ToolException cannotStart(Exception failure) {
    LOG.warn("{} cannot be started", name, failure);
    return new ToolException("%s cannot be started".formatted(name));
  }
}
