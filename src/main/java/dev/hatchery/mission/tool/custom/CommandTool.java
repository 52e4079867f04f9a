package dev.hatchery.mission.tool.custom;

import dev.hatchery.config.ToolEntry;
import dev.hatchery.mission.tool.Answer;
import dev.hatchery.mission.tool.Call;
import dev.hatchery.mission.tool.Tool;
import dev.hatchery.mission.tool.ToolException;
import dev.hatchery.protocol.Category;
import dev.hatchery.protocol.ToolName;
import dev.hatchery.terminal.Executable;
import dev.hatchery.terminal.MissingCommandException;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A command of the user's: its standard output is the answer, or the file {@code {output}} if it
 * names that; bars on its standard error are its progress.
 */
final class CommandTool implements Tool {
  private static final Logger LOG = LoggerFactory.getLogger(CommandTool.class);

  private final Vertx vertx;
  private final ToolName name;
  private final ToolEntry entry;
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
    this.vertx = vertx;
    this.name = name;
    this.entry = entry;
    this.template = new CommandTemplate(entry.command());
    this.environment = CommandEnvironment.of(ours, entry.env());
    this.runs = runs;
  }

  @Override
  public ToolName name() {
    return name;
  }

  @Override
  public Set<Category> serves() {
    return Purposes.categories(entry);
  }

  @Override
  public double confidence() {
    return entry.confidence();
  }

  @Override
  public boolean repeatable() {
    return entry.repeatable();
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
    var patience = least(entry.timeout(), call.patience());
    var said = run.answer(patience).await();
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

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
