package dev.hatchery.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PtyTest {

  @TempDir Path directory;

  @Test
  void theWindowIsThereBeforeTheChildLooks() {
    List<String> sizes =
        IntStream.range(0, 20).parallel().mapToObj(i -> output("stty size")).distinct().toList();
    assertThat(sizes).containsExactly("50 200\r\n");
  }

  @Test
  void argumentsReachTheChildAsTheyAre() throws Exception {
    List<String> odd = List.of("printf", "<%s>", "$(id)", "a b", "'\"", "-x", "*", "é█", "");
    assertThat(run(odd)).isEqualTo("<$(id)><a b><'\"><-x><*><é█><>");
  }

  @Test
  void theChildHasOnlyTheEnvironmentItIsGiven() {
    assertThat(output("env | sed 's/=.*//' | sort | tr '\\n' ' '")).isEqualTo("A PATH PWD ");
  }

  @Test
  void theChildInheritsNoDescriptors() {
    assertThat(output("ls /proc/self/fd | wc -l").strip()).isEqualTo("4");
  }

  @Test
  void theChildRunsInItsDirectory() throws IOException {
    assertThat(output("pwd").strip()).isEqualTo(directory.toRealPath().toString());
  }

  @Test
  void exitCodesAndSignalsAreTold() throws Exception {
    assertThat(start("exit 7", (b, n) -> {}).closed().get()).isEqualTo(7);
    assertThat(start("kill -9 $$", (b, n) -> {}).closed().get()).isEqualTo(137);
    assertThat(start("kill -11 $$", (b, n) -> {}).closed().get()).isEqualTo(139);
  }

  @Test
  void aMissingProgramIsNamedBeforeAnythingStarts() {
    assertThatThrownBy(() -> run(List.of("no-such-painter", "x")))
        .isInstanceOf(MissingCommandException.class)
        .hasMessage("there is no program no-such-painter on the PATH");
    assertThatThrownBy(() -> run(List.of("./painter"))).hasMessage("there is no program ./painter");
  }

  @Test
  void theEndIsSeenAlthoughAGrandchildHoldsTheTerminal() throws Exception {
    AtomicLong grandchild = new AtomicLong();
    Pty pty =
        start(
            "trap '' HUP; sleep 50 & echo $!",
            (bytes, n) -> grandchild.set(Long.parseLong(new String(bytes, 0, n, UTF_8).strip())));
    try {
      assertThat(pty.closed().get(5, TimeUnit.SECONDS)).isZero();
      assertThat(Processes.runs(ProcessHandle.of(grandchild.get()).orElseThrow())).isTrue();
    } finally {
      ProcessHandle.of(grandchild.get()).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  @Test
  void aTalkativeGrandchildDoesNotKeepTheTerminalOpen() throws Exception {
    // A reader slower than the talk, or there would be a moment with nothing left to read.
    Pty pty = start("trap '' HUP; yes & sleep 0.2", (b, n) -> LockSupport.parkNanos(20_000_000));
    assertThat(pty.closed().get(5, TimeUnit.SECONDS)).isZero();
  }

  @Test
  void aChildThatLetsGoOfItsTerminalIsStillWaitedFor() throws Exception {
    Pty pty = start("exec </dev/null >/dev/null 2>&1; sleep 0.3; exit 5", (b, n) -> {});
    assertThat(pty.closed().get(5, TimeUnit.SECONDS)).isEqualTo(5);
  }

  @Test
  void noDescriptorAndNoThreadIsLeft() throws Exception {
    output("echo warm");
    long before = descriptors();
    for (int i = 0; i < 10; i++) {
      output("echo " + i);
    }
    await().atMost(Duration.ofSeconds(5)).until(() -> descriptors() <= before);
    await()
        .atMost(Duration.ofSeconds(5))
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().startsWith("pty-")));
  }

  @Test
  void theLastWordsBeforeTheEndAreNotLost() {
    for (int i = 0; i < 10; i++) {
      assertThat(output("seq 2000; echo last words")).endsWith("2000\r\nlast words\r\n");
    }
  }

  @Test
  void terminalsSideBySideDoNotDisturbEachOther() {
    disturb(60);
  }

  @Test
  @Tag("soak")
  @Timeout(600)
  void hundredsOfTerminalsDoNotDisturbEachOther() {
    disturb(1500);
  }

  private void disturb(int terminals) {
    assertThat(IntStream.range(0, terminals).parallel().boxed())
        .allSatisfy(i -> assertThat(output("seq 300; echo " + i)).endsWith("300\r\n" + i + "\r\n"));
  }

  @Test
  void aFloodIsReadToItsEnd() throws Exception {
    AtomicLong bytes = new AtomicLong();
    BarReader reader = new BarReader();
    Pty pty =
        start(
            "head -c 10000000 /dev/zero | tr '\\0' x",
            (b, n) -> {
              bytes.addAndGet(n);
              reader.read(b, n);
            });
    assertThat(pty.closed().get(30, TimeUnit.SECONDS)).isZero();
    assertThat(bytes).hasValue(10_000_000);
  }

  @Test
  @Tag("soak")
  @Timeout(600)
  void aGigabyteIsReadInConstantMemory() throws Exception {
    BarReader reader = new BarReader();
    AtomicLong most = new AtomicLong();
    Runtime runtime = Runtime.getRuntime();
    Pty pty =
        start(
            "yes '  50%|█████     | 1/2 [00:14<00:14, 14.18s/it] and text' | head -c 1000000000",
            (b, n) -> {
              reader.read(b, n);
              most.accumulateAndGet(runtime.totalMemory() - runtime.freeMemory(), Math::max);
            });
    assertThat(pty.closed().get(10, TimeUnit.MINUTES)).isZero();
    System.gc();
    assertThat(runtime.totalMemory() - runtime.freeMemory()).isLessThan(100 << 20);
  }

  private String output(String script) {
    try {
      return run(List.of("sh", "-c", script));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private String run(List<String> argv) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Pty pty = Pty.start(command(argv), (bytes, length) -> out.write(bytes, 0, length));
    pty.closed().get(30, TimeUnit.SECONDS);
    return out.toString(UTF_8);
  }

  private Pty start(String script, Pty.Output output) throws IOException {
    return Pty.start(command(List.of("sh", "-c", script)), output);
  }

  private PtyCommand command(List<String> argv) {
    return new PtyCommand(argv, Map.of("PATH", "/usr/bin:/bin", "A", "b"), directory);
  }

  private static long descriptors() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.count();
    }
  }
}
