package dev.hatchery.cli;

import dev.hatchery.cli.client.Client;
import dev.hatchery.cli.exec.Execution;
import dev.hatchery.cli.exec.Seat;
import dev.hatchery.terminal.MissingCommandException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code exec}: any command, whose bars become a run. */
@Command(
    name = "exec",
    description = {
      "Run any command as if we were not there; meanwhile its bars are a run to be watched.",
      "Exits as the command does. Cancelling the run stops the command, Ctrl-C reaches it.",
      "Example: hatchery exec -- python train.py --epochs 3"
    })
final class ExecCommand implements Callable<Integer> {
  /** What shells exit with when there is no such program, and when it cannot be run. */
  private static final int NO_PROGRAM = 127;

  private static final int NOT_STARTED = 126;

  /** A server that restarts at that moment still hears of the end. */
  private static final Duration ENDING_MOST = Duration.ofSeconds(10);

  @Mixin private DataOptions settings = new DataOptions();

  @Parameters(paramLabel = "COMMAND", arity = "1..*", description = "Stands after --.")
  private List<String> command = new ArrayList<>();

  private final Servers servers;
  private final Console console;

  ExecCommand(Servers servers, Console console) {
    this.servers = servers;
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    var server = servers.prepare(settings);
    var connection = new AtomicReference<@Nullable Connection>();
    try {
      return ended(new Execution(command, seat(), client(server, connection), ENDING_MOST).run());
    } catch (MissingCommandException e) {
      throw new CommandException(e.getMessage() + ".", NO_PROGRAM);
    } catch (IOException e) {
      throw new CommandException(
          "%s could not be run: %s.".formatted(command.getFirst(), e.getMessage()), NOT_STARTED);
    } finally {
      var made = connection.get();
      if (made != null) {
        made.close();
      }
    }
  }

  private int ended(Execution.Ended end) {
    if (!end.trouble().isEmpty()) {
      console.warn("hatchery: " + end.trouble());
    }
    if (end.cancelled()) {
      console.warn("hatchery: the run was cancelled, and the command with it");
      return ExitCode.FAILED;
    }
    return end.exitCode();
  }

  private static Supplier<Client> client(
      Supplier<Connection> server, AtomicReference<@Nullable Connection> made) {
    return () -> {
      var connection = server.get();
      made.set(connection);
      return connection.client();
    };
  }

  private Seat seat() {
    return new Seat(
        console.canvas().isPresent(),
        console.size(),
        console.in(),
        console.bytes(),
        console.environment(),
        Path.of("").toAbsolutePath());
  }
}
