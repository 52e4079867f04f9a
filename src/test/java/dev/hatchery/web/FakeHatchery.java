package dev.hatchery.web;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Event;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Message;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Question;
import dev.hatchery.protocol.Rendering;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.RunRef;
import dev.hatchery.protocol.RunStatus;
import dev.hatchery.protocol.Running;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Queue, storage and renderer in memory, on the addresses of the real ones. */
final class FakeHatchery extends VerticleBase {
  static final Instant NOW = Instant.parse("2026-11-20T08:30:00Z");

  private final Bus bus;
  private final Map<RunId, Run> runs = new LinkedHashMap<>();
  private final Map<String, RunId> idempotent = new LinkedHashMap<>();
  private final FakeNest nest = new FakeNest();
  private final List<Event> journal = new ArrayList<>();
  private long tail;
  private boolean full;
  private boolean silent;
  private @Nullable Problem broken;
  private Set<Question<?, ?>> breaking = Set.of();

  FakeHatchery(Bus bus) {
    this.bus = bus;
  }

  @Override
  public synchronized Future<?> start() {
    return Future.all(
        List.of(
            answer(Addresses.SUBMIT, this::submit),
            answer(Addresses.CANCEL, this::cancel),
            answer(Addresses.RETRY, this::retry),
            answer(Addresses.READ, this::read),
            answer(Addresses.READ_NEWEST, this::newest),
            answer(
                Addresses.FIND_RUN, found -> new Storage.FoundRun(run(found.owner(), found.run()))),
            answer(Addresses.LIST_RUNS, this::list),
            answer(Addresses.SAVE_AGENT, nest::save),
            answer(Addresses.FIND_AGENT, nest::find),
            answer(Addresses.LIST_AGENTS, nest::list),
            answer(Addresses.DELETE_AGENT, nest::delete),
            answer(Addresses.SAVE_PICTURE, nest::save),
            answer(Addresses.FIND_PICTURE, nest::find),
            answer(Addresses.PREVIEW.at("here"), asked -> new Rendering.Preview(FakeNest.PNG))));
  }

  private <Q extends Message, A extends Message> Future<Void> answer(
      Question<Q, A> question, Function<Q, A> handler) {
    return bus.answer(
        question,
        asked -> {
          synchronized (this) {
            if (broken != null && (breaking.isEmpty() || breaking.contains(question))) {
              throw new ProblemException(broken);
            }
            return handler.apply(asked);
          }
        });
  }

  /** From now on these questions, or all, are answered with this problem; null heals. */
  synchronized void breakDown(@Nullable Problem problem, Question<?, ?>... only) {
    broken = problem;
    breaking = Set.of(only);
  }

  synchronized void fillQueue() {
    full = true;
  }

  /** From now on events reach storage, but nobody is told. */
  synchronized void silence(boolean now) {
    silent = now;
  }

  /** Events up to this place are gone. */
  synchronized void removeUpTo(long place) {
    journal.removeIf(event -> event.id() <= place);
    tail = place;
  }

  synchronized int created() {
    return runs.size();
  }

  synchronized long head() {
    return journal.isEmpty() ? tail : journal.getLast().id();
  }

  synchronized Run latest() {
    return List.copyOf(runs.values()).getLast();
  }

  synchronized Run run(RunId id) {
    return Objects.requireNonNull(runs.get(id));
  }

  /** A run that belongs to this owner and waits. */
  synchronized Run queue(Owner owner, String description) {
    return create(owner, new Order.Hatch(description, 1), null, 1, null);
  }

  /** The same with a name of its owner's. */
  synchronized Run queueNamed(Owner owner, String name) {
    var run = FakeRun.named(queue(owner, "a dragon"), name);
    runs.put(run.id(), run);
    return run;
  }

  synchronized Event tick(RunId id, String message) {
    return append(
        id, "llm_progress", false, null, "\"progress\":1,\"message\":\"" + message + "\"");
  }

  synchronized Event milestone(RunId id, String type) {
    return append(id, type, true, null, "\"progress\":25");
  }

  synchronized Event end(RunId id, RunStatus status) {
    var type =
        switch (status) {
          case SUCCEEDED -> "complete";
          case FAILED -> "error";
          default -> "cancelled";
        };
    if (status == RunStatus.SUCCEEDED) {
      runs.put(id, FakeRun.hatched(run(id), nest.hatch(run(id))));
    }
    return append(id, type, true, status, "\"progress\":100");
  }

  private Event append(
      RunId id, String type, boolean milestone, @Nullable RunStatus ending, String rest) {
    var run = run(id);
    var seq = run.lastSeq() + 1;
    var data = "{\"run_id\":\"%s\",\"seq\":%d,%s}".formatted(id, seq, rest);
    var event =
        new Event(head() + 1, run.subject(), seq, type, milestone, ending != null, NOW, data);
    journal.add(event);
    var status = ending == null ? RunStatus.RUNNING : ending;
    runs.put(id, FakeRun.moved(run, status, seq, event.id()));
    if (!silent) {
      bus.announce(Addresses.COMMITTED, new Journal.Committed(List.of(event)));
    }
    return event;
  }

  private Running.Submitted submit(Running.Submit asked) {
    var known =
        runs.values().stream()
            .filter(run -> asked.key() != null && asked.key().equals(run.key()))
            .filter(run -> !run.status().ended() || !asked.joinWithin().isZero())
            .findFirst()
            .or(() -> same(asked));
    if (known.isPresent()) {
      return new Running.Submitted(known.get(), false);
    }
    if (full) {
      throw new ProblemException(
          new Problem.Busy(
              "queue_full",
              "The queue is full. Try again in 40 s; your words stay here.",
              Duration.ofSeconds(40)));
    }
    var run = create(asked.owner(), asked.order(), asked.key(), 1, null);
    if (asked.idempotencyKey() != null) {
      idempotent.put(asked.idempotencyKey(), run.id());
    }
    return new Running.Submitted(run, true);
  }

  private Optional<Run> same(Running.Submit asked) {
    var before =
        Optional.ofNullable(asked.idempotencyKey()).map(idempotent::get).map(id -> run(id));
    if (before.isPresent() && !before.get().order().equals(asked.order())) {
      throw new ProblemException(
          new Problem.Conflict("idempotency_key_reused", "That key was used for other words."));
    }
    return before;
  }

  private Run create(
      Owner owner, Order order, @Nullable String key, int attempt, @Nullable RunId of) {
    var run = FakeRun.queued(runs.size() + 1, owner, order, key, attempt, of);
    runs.put(run.id(), run);
    return run;
  }

  private Running.View cancel(Running.Cancel asked) {
    var run = run(asked.owner(), asked.run());
    if (run.status().ended()) {
      throw new ProblemException(
          new Problem.Conflict("already_finished", "This run is over already."));
    }
    end(run.id(), RunStatus.CANCELLED);
    return new Running.View(run(run.id()));
  }

  private Running.Submitted retry(Running.Retry asked) {
    var run = run(asked.owner(), asked.run());
    return new Running.Submitted(
        create(run.owner(), run.order(), null, run.attempt() + 1, run.id()), true);
  }

  private Journal.Stretch read(Journal.Read asked) {
    var events =
        journal.stream()
            .filter(event -> event.id() > asked.after())
            .filter(asked.filter()::takes)
            .limit(asked.limit())
            .toList();
    return new Journal.Stretch(events, head(), tail);
  }

  private Journal.Stretch newest(Journal.ReadNewest asked) {
    var events = journal.stream().filter(asked.filter()::takes).toList();
    var from = Math.max(0, events.size() - asked.limit());
    return new Journal.Stretch(events.subList(from, events.size()), head(), tail);
  }

  private Storage.Runs list(Storage.ListRuns asked) {
    var newestFirst = new ArrayList<>(runs.values()).reversed().stream();
    return new Storage.Runs(
        newestFirst
            .filter(run -> asked.owner() == null || run.owner().equals(asked.owner()))
            .filter(run -> asked.status() == null || run.status() == asked.status())
            .filter(run -> asked.after() == 0 || run.number() < asked.after())
            .limit(asked.limit())
            .toList());
  }

  private Run run(@Nullable Owner owner, RunRef named) {
    return runs.values().stream()
        .filter(run -> named.names(run.subject()))
        .filter(run -> owner == null || run.owner().equals(owner))
        .findFirst()
        .orElseThrow(() -> new ProblemException(new Problem.NotFound("There is no such run.")));
  }
}
