package dev.hatchery.mission;

import dev.hatchery.bus.Bus;
import dev.hatchery.lease.Lease;
import dev.hatchery.mission.tool.Toolbox;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Artifact;
import dev.hatchery.protocol.Brief;
import dev.hatchery.protocol.Deed;
import dev.hatchery.protocol.Ledger;
import dev.hatchery.protocol.Mission;
import dev.hatchery.protocol.MissionStep;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.Usd;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What each of the seven steps of one mission does; on a virtual thread. */
final class Steps {
  private static final Duration CLASSIFYING_TYPICALLY = Duration.ofSeconds(2);

  private final Bus bus;
  private final Run run;
  private final Terms terms;
  private final Classifier classifier;
  private final Choosing choosing;
  private final ToolUse toolUse;
  private final Charges charges;
  private final Telling telling;

  Steps(
      Bus bus,
      InstantSource clock,
      Run run,
      Terms terms,
      Classifier classifier,
      Toolbox tools,
      Lease lease,
      Telling telling) {
    this.bus = bus;
    this.run = run;
    this.terms = terms;
    this.classifier = classifier;
    this.choosing = new Choosing(bus, run, terms, tools);
    this.charges = new Charges(clock, run, terms.prices());
    this.toolUse = new ToolUse(clock, run, terms, tools, lease, charges, telling);
    this.telling = telling;
  }

  Outcome verify(Mission mission) {
    if (mission.approvedAt() == null) {
      throw new StepException("not_approved", "Mission not approved: approve it first.");
    }
    if (mission.passage(MissionStep.INTENT_CLASSIFICATION) != null) {
      throw new StepException("executed_before", "Mission executed before: propose it anew.");
    }
    return new Outcome(mission.findings(), "It is approved and was not executed before.");
  }

  Outcome classify(Mission mission) {
    telling.estimates(
        MissionStep.INTENT_CLASSIFICATION, "Reading what it asks for.", CLASSIFYING_TYPICALLY);
    var intent = classifier.classify(run, mission.brief()).after(mission.findings().intent());
    telling.learns(mission.findings().with(intent));
    if (mission.brief().asks() && intent.confidence() < terms.leastConfidence()) {
      throw new StepException("intent_unclear", "It is not clear what this asks for.");
    }
    return new Outcome(
        mission.findings().with(intent),
        String.format(
            Locale.ROOT,
            "It asks for a tool to %s (%.2f).",
            intent.category().name().toLowerCase(Locale.ROOT),
            intent.confidence()));
  }

  /** Set aside again after a restart it is the same money. */
  Outcome reserve(Mission mission) {
    var prices = terms.prices();
    var estimate =
        prices
            .estimate(choosing.candidates(mission), length(mission.brief()))
            .plus(charges.understanding(mission));
    var budget = new Budget(mission.brief().budget(), terms.monthlyLimit());
    refuse(budget, estimate, Usd.ZERO);
    var reserved =
        bus.ask(
                Addresses.RESERVE,
                new Ledger.Reserve(
                    run.id(),
                    run.epoch(),
                    run.owner(),
                    charges.month(),
                    estimate,
                    terms.monthlyLimit()))
            .await();
    if (!reserved.granted()) {
      refuse(budget, estimate, reserved.others());
    }
    return new Outcome(
        mission.findings().estimated(estimate), "It costs about %s at most.".formatted(estimate));
  }

  Outcome select(Mission mission) {
    return choosing.choose(mission);
  }

  Outcome use(Mission mission, Future<Void> stopped) {
    return toolUse.use(mission, stopped);
  }

  /** What the tool gave, as it is kept. */
  Artifact draft(Mission mission) {
    var draft = Objects.requireNonNull(mission.findings().yield()).draft();
    return bus.ask(Addresses.FIND_ARTIFACT, new Ledger.FindArtifact(run.owner(), draft))
        .await()
        .artifact();
  }

  Outcome settle(Mission mission) {
    var findings = mission.findings();
    var choice = Objects.requireNonNull(findings.choice());
    var yield = Objects.requireNonNull(findings.yield());
    var use = terms.prices().cost(choice.tool(), yield.tokens());
    var cost = use.plus(charges.understanding(mission));
    return new Outcome(
        findings.costing(cost),
        "It cost %s; %s is remembered by it.".formatted(cost, choice.tool()),
        List.of(charges.settle(cost), toolUse.used(choice, true, yield.took(), use)));
  }

  /** What is settled when the mission ends before its time, or has to wait for its owner. */
  List<Deed> spent(Mission mission) {
    return charges.spent(mission);
  }

  private static void refuse(Budget budget, Usd estimate, Usd others) {
    budget
        .refusal(estimate, others)
        .ifPresent(
            failure -> {
              throw new StepException(failure, List.of());
            });
  }

  private static int length(Brief brief) {
    var scope = brief.scope();
    return brief.objective().length()
        + (scope == null ? 0 : scope.length())
        + brief.constraints().stream().mapToInt(String::length).sum();
  }
}
