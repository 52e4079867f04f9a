package dev.hatchery.journey;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Somebody who watches one run, but leaves and comes back by chance, and whenever the line is cut.
 */
final class Wanderer {
  private static final int STAYS_AT_MOST = 30; // events
  private static final long PAUSE_NANOS = 5_000_000;

  private final Supplier<Client> doors;
  private final Random random;
  private final List<Told> told = new CopyOnWriteArrayList<>();

  /**
   * Somebody with a mind of their own.
   *
   * @param doors where they come back to, each time anew
   */
  Wanderer(Supplier<Client> doors, Random random) {
    this.doors = doors;
    this.random = random;
  }

  /** Watches it to its end, and tells all that was seen. */
  List<Told> watch(String run) {
    while (told.isEmpty() || !told.getLast().ending()) {
      var place = told.stream().mapToLong(Told::id).max().orElse(0);
      var until = told.size() + 1 + random.nextInt(STAYS_AT_MOST);
      try {
        doors
            .get()
            .watch(
                run,
                place,
                event -> {
                  told.add(event);
                  return told.size() >= until;
                });
      } catch (UncheckedIOException cut) {
        // Whoever tries again leaves the machine to the server that starts.
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
    return told();
  }

  /** All that was seen until now. */
  List<Told> told() {
    return List.copyOf(told);
  }
}
