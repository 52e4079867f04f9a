package dev.hatchery.web;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Access;
import dev.hatchery.protocol.Access.Kind;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Principal;
import dev.hatchery.protocol.Proof;
import dev.hatchery.web.Admissions.Admission;
import dev.hatchery.web.Admissions.Shown;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Knows whether anybody has to show anything, and who shows what. What it knows is a few seconds
 * old at most: it looks every second whether somebody may have lost what they had.
 */
final class Gate {
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration FRESH = Duration.ofSeconds(2);

  private final Bus bus;
  private final boolean wide;
  private final Admissions admissions;
  private boolean users;
  private long revision;

  /**
   * @param admissions of this node
   * @param wide whether others than this machine may come; these always have to show something
   */
  Gate(Bus bus, Admissions admissions, boolean wide) {
    this.bus = bus;
    this.admissions = admissions;
    this.wide = wide;
  }

  /** Looks for the first time; whether there are users. */
  Future<Boolean> open() {
    return bus.ask(Addresses.LOOK_AT_ACCESS, new Access.Look())
        .map(
            looked -> {
              users = looked.users();
              revision = looked.revision();
              return users;
            });
  }

  /**
   * Goes on looking.
   *
   * @param each hears after each look the revision that holds
   */
  void watch(Vertx vertx, LongConsumer each) {
    // A look that fails changes nothing: whoever comes meanwhile is looked up, and that fails too.
    vertx.setPeriodic(LOOK.toMillis(), tick -> open().onSuccess(looked -> each.accept(revision)));
  }

  /** Whether nobody has to show anything. */
  boolean stands() {
    return !wide && !users;
  }

  /** Whether there is anybody who could show something. */
  boolean users() {
    return users;
  }

  /** Whoever shows this, if anybody may come in by it. */
  Future<Optional<Principal>> admit(Kind kind, Proof proof) {
    var shown = new Shown(kind, proof);
    var before = admissions.get(shown);
    if (before != null && fresh(before)) {
      return Future.succeededFuture(Optional.of(before.principal()));
    }
    var asked = revision;
    return bus.ask(Addresses.ADMIT, new Access.Admit(kind, proof))
        .map(
            answer -> {
              keep(shown, answer.principal(), asked);
              return Optional.ofNullable(answer.principal());
            });
  }

  /** Whether this let somebody in not long ago, and may still. */
  boolean remembers(Kind kind, Proof proof) {
    return admissions.get(new Shown(kind, proof)) != null;
  }

  /** Whoever was let in by this credential, if they still may be here. */
  Future<Optional<Principal>> readmit(long credential) {
    return credential == Principal.ANYBODY.credential()
        ? Future.succeededFuture(Optional.of(Principal.ANYBODY).filter(anybody -> stands()))
        : bus.ask(Addresses.READMIT, new Access.Readmit(credential))
            .map(answer -> Optional.ofNullable(answer.principal()));
  }

  /** A link's companion comes to be while it is watched, so links are looked up each time. */
  private boolean fresh(Admission before) {
    return before.principal().scope() == null
        && before.revision() == revision
        && System.nanoTime() - before.at() < FRESH.toNanos();
  }

  private void keep(Shown shown, @Nullable Principal principal, long asked) {
    if (principal == null) {
      admissions.remove(shown);
    } else if (shown.kind() != Kind.TICKET) {
      admissions.put(shown, new Admission(principal, asked, System.nanoTime()));
    }
  }
}
