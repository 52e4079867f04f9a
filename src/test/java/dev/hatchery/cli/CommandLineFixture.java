package dev.hatchery.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hatchery.cli.screen.Input;
import dev.hatchery.cli.screen.Terminal;
import dev.hatchery.config.Config;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The command line in this process, against a server that says what it is told to. */
abstract class CommandLineFixture {
  @TempDir Path folder = Path.of("");

  final FakeHatchery server = new FakeHatchery();
  final StringWriter out = new StringWriter();
  final StringWriter err = new StringWriter();
  final List<String> done = new ArrayList<>();
  Terminal.@Nullable Size terminal;
  @Nullable URI holder;

  /** Whether the holder has the data, but no address yet. */
  volatile boolean starting;

  final FakeTokens tokens = new FakeTokens();
  Map<String, String> environment = Map.of();
  String typed = "";
  Input.Kind input = Input.Kind.BACKGROUND;
  final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  List<Checkups.Finding> findings = List.of();
  Readmission readmission = new Readmission(true, List.of(), 0);

  @AfterEach
  void stop() {
    server.close();
  }

  int hatch(String... args) {
    var all = new ArrayList<>(List.of("--server", server.address().toString(), "hatch"));
    all.addAll(Arrays.asList(args));
    return run(all.toArray(String[]::new));
  }

  int run(String... args) {
    var console =
        new Console(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            true,
            environment,
            () -> Optional.ofNullable(terminal),
            new Input(new ByteArrayInputStream(typed.getBytes(UTF_8)), () -> input),
            bytes);
    return HatcheryCommand.run(args, this::launch, new Folder(), this::examine, console);
  }

  private void examine(Config config, boolean paint, Consumer<Checkups.Finding> found) {
    if (paint) {
      done.add("paint " + config.render().renderer());
    }
    findings.forEach(found);
  }

  private RunningServer launch(Supplier<Config> settings) {
    var config = settings.get();
    done.add("launch %d %s".formatted(config.http().port(), config.data()));
    return new RunningServer() {
      @Override
      public URI address() {
        return server.address();
      }

      @Override
      public void close() {
        done.add("close");
      }
    };
  }

  private final class Folder implements DataFolder {
    @Override
    public Optional<URI> holder(Path data) {
      if (starting) {
        throw new CommandException("process 1 holds the data but cannot be reached yet.");
      }
      return Optional.ofNullable(holder);
    }

    @Override
    public void backup(Config config, Path file) {
      done.add("backup %s %s".formatted(config.data(), file));
    }

    @Override
    public Readmission restore(Config config, Path file) {
      done.add("restore %s %s".formatted(config.data(), file));
      return readmission;
    }

    @Override
    public TokenBook tokens(Config config) {
      return tokens;
    }
  }
}
