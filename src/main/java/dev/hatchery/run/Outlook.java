package dev.hatchery.run;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Eta;
import dev.hatchery.protocol.Learning;
import dev.hatchery.protocol.RunKind;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** When those who wait will have what they wait for, by how long runs took before. */
final class Outlook {
  private final Bus bus;
  private final RunKind kind;
  private final int slots;
  private @Nullable Eta each;

  /** Where {@code slots} runs of a kind work at a time. */
  Outlook(Bus bus, RunKind kind, int slots) {
    this.bus = bus;
    this.kind = kind;
    this.slots = slots;
  }

  /**
   * Hears anew how long each run takes, which is known of hatchings alone; never fails, for nobody
   * waits on a statistic.
   */
  Future<Void> learn() {
    if (kind != RunKind.HATCH) {
      return Future.succeededFuture();
    }
    return bus.ask(Addresses.EXPECT, new Learning.Expect())
        .onSuccess(expected -> each = expected.eta())
        .transform(asked -> Future.succeededFuture());
  }

  /**
   * Whole rounds and then its own; of the round at work half is over, or at worst nothing. Null
   * while nobody can say.
   *
   * @param nodes how many there are like this one
   */
  @Nullable Eta of(int ahead, int nodes) {
    var rounds = ahead / (slots * Math.max(1, nodes));
    if (each == null || rounds == 0) {
      return each;
    }
    var half = each.p50().dividedBy(2);
    return new Eta(
        each.p50().multipliedBy(rounds).plus(half), each.p90().multipliedBy(rounds + 1L));
  }
}
