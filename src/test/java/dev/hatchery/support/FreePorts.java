package dev.hatchery.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Ports that nobody listened on a moment ago, and below those that the system gives to anybody: who
 * takes one soon, or takes it again after a while, finds it free.
 */
public final class FreePorts {
  private static final int FIRST = 20_000;
  private static final int BEYOND = 32_000;

  private FreePorts() {}

  /** One port. */
  public static int one() {
    return some(1).getFirst();
  }

  /** So many, each another one. */
  public static List<Integer> some(int count) {
    return some(count, 0);
  }

  /**
   * So many, each another one.
   *
   * @param above how far above each there is another that is free, up to 700
   */
  public static List<Integer> some(int count, int above) {
    return Stream.generate(() -> ThreadLocalRandom.current().nextInt(FIRST, BEYOND))
        .distinct()
        .filter(port -> IntStream.of(port, port + above).allMatch(FreePorts::isFree))
        .limit(count)
        .toList();
  }

  private static boolean isFree(int port) {
    try (var unused = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
