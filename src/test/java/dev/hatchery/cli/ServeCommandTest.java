package dev.hatchery.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.cli.screen.Input;
import dev.hatchery.config.Cluster;
import dev.hatchery.config.Config;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ServeCommandTest {
  private final List<String> done = new CopyOnWriteArrayList<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void itSaysWhereItIsAndServesUntilItIsStopped() throws Exception {
    var serving =
        new FutureTask<>(() -> run(this::launch, "serve", "--host", "::1", "--port", "0"));
    var thread = Thread.ofPlatform().start(serving);
    await().until(() -> out.toString().equals("Hatchery is ready at http://127.0.0.1:4711\n"));
    assertThat(done).containsExactly("launch ::1 0");
    thread.interrupt();
    assertThat(serving.get(10, TimeUnit.SECONDS)).isZero();
    assertThat(done).containsExactly("launch ::1 0", "close");
  }

  @Test
  void itIsANodeAmongOthersWhenItIsToldWhere() throws Exception {
    var serving =
        new FutureTask<>(
            () ->
                run(
                    settings -> launch(settings.get().cluster()),
                    "serve --cluster --database postgresql://me@nest/h --join 127.0.0.1:5702,127.0.0.1:5703 --cluster-port 5704 --node c"
                        .split(" ")));
    var thread = Thread.ofPlatform().start(serving);
    await().until(() -> out.toString().startsWith("Hatchery is ready"));
    thread.interrupt();
    assertThat(serving.get(10, TimeUnit.SECONDS)).isZero();
    assertThat(done)
        .containsExactly("join [127.0.0.1:5702, 127.0.0.1:5703] as c at 5704/5804", "close");
  }

  @Test
  void machinesGetItsAddressAsJson() throws Exception {
    var serving = new FutureTask<>(() -> run(this::launch, "--json", "serve"));
    var thread = Thread.ofPlatform().start(serving);
    await()
        .until(
            () ->
                out.toString()
                    .equals("{\"type\":\"ready\",\"address\":\"http://127.0.0.1:4711\"}\n"));
    thread.interrupt();
    assertThat(serving.get(10, TimeUnit.SECONDS)).isZero();
  }

  @Test
  void whatKeepsItFromStartingIsOneSentence() {
    assertThat(
            run(
                config -> {
                  throw new CommandException("Another Hatchery (process 7) works on ./data.");
                },
                "serve"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString())
        .isEqualTo("hatchery: Another Hatchery (process 7) works on ./data.\n");
    assertThat(out.toString()).isEmpty();
  }

  private int run(Launcher launcher, String... args) {
    var console =
        new Console(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            true,
            Map.of(),
            Optional::empty,
            new Input(InputStream.nullInputStream(), () -> Input.Kind.PIPE),
            OutputStream.nullOutputStream());
    return HatcheryCommand.run(args, launcher, new NoData(), (config, paint, found) -> {}, console);
  }

  private RunningServer launch(Supplier<Config> settings) {
    var config = settings.get();
    done.add("launch %s %d".formatted(config.http().host(), config.http().port()));
    return running();
  }

  private RunningServer launch(Cluster cluster) {
    done.add(
        "join %s as %s at %d/%d"
            .formatted(cluster.join(), cluster.node(), cluster.port(), cluster.busPort()));
    return running();
  }

  private RunningServer running() {
    return new RunningServer() {
      @Override
      public URI address() {
        return URI.create("http://127.0.0.1:4711");
      }

      @Override
      public void close() {
        done.add("close");
      }
    };
  }
}
