package dev.hatchery.persistence;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Learning;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunKind;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Standing;
import dev.hatchery.protocol.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** Runs of known lengths, and what was learned of them. {@code NOW} is a Saturday. */
abstract class EndedRuns extends BothDatabases {
  @BeforeEach
  void open() {
    start();
  }

  void time(RunId run, String phase, long millis, @Nullable String standIn) {
    ask(
        Addresses.KEEP_TIME,
        new Learning.Timed(
            run,
            find(run).epoch(),
            phase,
            "ollama",
            "llama3.2",
            now.minusMillis(millis),
            now,
            null,
            standIn));
  }

  void painted(RunId run, long millis, @Nullable String standIn) {
    ask(
        Addresses.KEEP_TIME,
        new Learning.Timed(
            run,
            find(run).epoch(),
            "avatar",
            "mflux",
            null,
            now.minusMillis(millis),
            now,
            null,
            standIn));
  }

  /** One that started so long before now and ends now. */
  RunId run(Owner owner, RunStatus ending, Duration lasted) {
    var end = now;
    now = end.minus(lasted);
    var run = claimed(create(owner, "moth"));
    now = end;
    ask(Addresses.APPEND, ending(run, ending, end));
    return run.id();
  }

  Run claimed(Run run) {
    var claimed =
        ask(Addresses.CLAIM_RUN, new Storage.ClaimRun("node-" + run.number(), RunKind.HATCH, 2))
            .run();
    assertThat(requireNonNull(claimed).id()).isEqualTo(run.id());
    return claimed;
  }

  static Journal.Append ending(Run run, RunStatus status, Instant at) {
    return new Journal.Append(
        run.id(),
        run.epoch(),
        List.of(new Journal.Draft(1, "complete", true, true, at, "{}")),
        new Journal.Change(
            status, new Standing(100, 100, "avatar", "Done.", null), null, null, null));
  }
}
