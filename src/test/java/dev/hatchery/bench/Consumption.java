package dev.hatchery.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** What a server in another process uses. */
record Consumption(long pid) {
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");
  private static final int KIBIBYTE = 1024;

  /** Nanoseconds of processors until now, user and kernel. */
  long cpu() {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .orElseThrow()
        .toNanos();
  }

  /** Bytes of the objects that somebody still holds; what nobody does is collected first. */
  double heap() {
    var total = TOTAL.matcher(jcmd("GC.class_histogram"));
    return total.find() ? Double.parseDouble(total.group(1)) : Double.NaN;
  }

  /** Bytes of real memory, after a collection; NaN where the system does not tell. */
  double resident() {
    jcmd("GC.run");
    var status = Path.of("/proc", "" + pid, "status");
    try {
      return Files.isReadable(status)
          ? Files.readAllLines(status).stream()
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToDouble(line -> KIBIBYTE * Double.parseDouble(line.replaceAll("\\D", "")))
              .sum()
          : Double.NaN;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String jcmd(String command) {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      var asked =
          new ProcessBuilder(jcmd, "" + pid, command)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      var answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      asked.waitFor(1, TimeUnit.MINUTES);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
