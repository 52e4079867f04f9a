package dev.hatchery.journey;

import dev.hatchery.llm.Answers;
import dev.hatchery.llm.FakeProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** A language model that takes its time and remembers who asked, for what, from when to when. */
final class PaidModel implements AutoCloseable {
  private static final Pattern NODE = Pattern.compile("POST /(\\w+)/");
  private static final Pattern WORDS = Pattern.compile("Companion number \\d+");
  private static final Duration BETWEEN_PIECES = Duration.ofMillis(60);

  private final FakeProvider provider = new FakeProvider().answeringBy(this::answer);
  private final List<PaidCall> calls = new CopyOnWriteArrayList<>();

  /** Where this node finds it. */
  String url(String node) {
    return provider.url() + "/" + node;
  }

  /** What it was asked; a run is known by words such as {@code Companion number 7}. */
  List<PaidCall> calls() {
    return List.copyOf(calls);
  }

  private FakeProvider.Answer answer(FakeProvider.Request request) {
    var node = found(NODE, request.head(), 1);
    var words = found(WORDS, request.body(), 0);
    return out -> {
      var from = System.nanoTime();
      try {
        write(out);
      } finally {
        calls.add(new PaidCall(words, 0, node, from, System.nanoTime()));
      }
    };
  }

  private static void write(OutputStream out) throws IOException, InterruptedException {
    FakeProvider.stream("").write(out);
    for (var piece : Answers.OPENAI.whole().split("(?<=\n\n)")) {
      Thread.sleep(BETWEEN_PIECES);
      out.write(piece.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  }

  private static String found(Pattern pattern, String text, int group) {
    var matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new AssertionError("no " + pattern + " in " + text);
    }
    return matcher.group(group);
  }

  @Override
  public void close() {
    provider.close();
  }
}
