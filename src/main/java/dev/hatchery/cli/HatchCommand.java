package dev.hatchery.cli;

import dev.hatchery.cli.client.Patience;
import dev.hatchery.cli.client.Refusal;
import dev.hatchery.cli.view.RunScreen;
import dev.hatchery.cli.view.RunView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hatch}: describes a companion and waits for it. */
@Command(name = "hatch", description = "Hatch a companion from a description. Ctrl-C cancels.")
final class HatchCommand implements Callable<Integer> {
  @Mixin private DataOptions settings = new DataOptions();

  @Parameters(paramLabel = "TEXT", arity = "1..*", description = "Who it should be.")
  private List<String> words = new ArrayList<>();

  @Option(names = "--stream", description = "Show how it goes on.")
  private boolean stream;

  @Option(names = "--out", paramLabel = "FILE", description = "Save its picture in this file.")
  private @Nullable Path out;

  private final HatcheryCommand root;
  private final Servers servers;
  private final Console console;

  HatchCommand(HatcheryCommand root, Servers servers, Console console) {
    this.root = root;
    this.servers = servers;
    this.console = console;
  }

  @Override
  public Integer call() {
    var picture = out == null ? null : PictureFile.at(out);
    try (var interruption = new Interruption();
        var connection = servers.connect(settings)) {
      var view = hatch(interruption, connection);
      return new Ending(root, connection, console).tell(view, picture);
    } catch (Refusal refusal) {
      throw Servers.refused(refusal);
    } catch (IOException e) {
      throw servers.unreachable(e);
    } catch (InterruptedException e) {
      return ExitCode.INTERRUPTED;
    }
  }

  private RunView hatch(Interruption interruption, Connection connection)
      throws IOException, Refusal, InterruptedException {
    var description = String.join(" ", words);
    try (var display = display()) {
      return new Hatching(connection.client(), display, interruption, Patience.USUAL, description)
          .hatch();
    }
  }

  private Display<RunView> display() {
    return new Displays(root, console)
        .of(stream, RunScreen::lines, new QuietDisplay(console), new PlainDisplay(console));
  }
}
