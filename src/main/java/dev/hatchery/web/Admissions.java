package dev.hatchery.web;

import dev.hatchery.protocol.Access.Kind;
import dev.hatchery.protocol.Principal;
import dev.hatchery.protocol.Proof;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.LocalMap;
import io.vertx.core.shareddata.Shareable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What let somebody in not long ago, by any of the instances of this node. */
final class Admissions implements Shareable {
  private static final int MOST = 10_000;
  private static final String NAME = Admissions.class.getName();

  private final Map<Shown, Admission> admissions = new Latest();

  private Admissions() {}

  /** Those of this node. */
  static Admissions of(Vertx vertx) {
    LocalMap<String, Admissions> kept = vertx.sharedData().getLocalMap(NAME);
    return Objects.requireNonNull(kept.computeIfAbsent(NAME, first -> new Admissions()));
  }

  /** What somebody shows, and as what. */
  record Shown(Kind kind, Proof proof) {}

  /**
   * Who was let in by it.
   *
   * @param revision of what lets people in, when they were
   * @param at when, by {@link System#nanoTime}
   */
  record Admission(Principal principal, long revision, long at) {}

  /** The ones asked for last. */
  private static final class Latest extends LinkedHashMap<Shown, Admission> {
    private static final long serialVersionUID = 1;

    Latest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Shown, Admission> eldest) {
      return size() > MOST;
    }
  }

  /** Who was let in by this, if anybody was. */
  synchronized @Nullable Admission get(Shown shown) {
    return admissions.get(shown);
  }

  /** Somebody was let in by this. */
  synchronized void put(Shown shown, Admission admission) {
    admissions.put(shown, admission);
  }

  /** This lets nobody in any longer. */
  synchronized void remove(Shown shown) {
    admissions.remove(shown);
  }
}
