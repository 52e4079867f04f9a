package dev.hatchery.hatching;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Agent;
import dev.hatchery.protocol.AgentId;
import dev.hatchery.protocol.Checkpoint;
import dev.hatchery.protocol.Eta;
import dev.hatchery.protocol.Generation;
import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.Happening.AvatarProgress;
import dev.hatchery.protocol.Happening.BackstoryComplete;
import dev.hatchery.protocol.Happening.LlmProgress;
import dev.hatchery.protocol.Leasing;
import dev.hatchery.protocol.Leasing.Held;
import dev.hatchery.protocol.Order;
import dev.hatchery.protocol.Persona;
import dev.hatchery.protocol.Phase;
import dev.hatchery.protocol.PictureId;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.Rendering;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.Storage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One hatching from its words to its ending: a persona, a picture, and both saved. It starts by
 * reading its checkpoint, so that a restart is the same story as a start.
 */
final class HatchingSaga {
  private static final Logger LOG = LoggerFactory.getLogger(HatchingSaga.class);
  private static final double WHOLE = 100;

  private final Bus bus;
  private final InstantSource clock;
  private final Experience experience;
  private final Run run;
  private final Order.Hatch order;
  private final Checkpoint.Hatching checkpoint;
  private final Phase llm;
  private final Phase avatar;
  private boolean cancelled;
  private boolean abandoned;

  HatchingSaga(Bus bus, InstantSource clock, Experience experience, Run run) {
    this.bus = bus;
    this.clock = clock;
    this.experience = experience;
    this.run = run;
    this.order = (Order.Hatch) run.order();
    this.checkpoint = (Checkpoint.Hatching) run.checkpoint();
    this.llm = run.plan().get(0);
    this.avatar = run.plan().get(1);
  }

  /**
   * Tells it to its end, on a virtual thread; failures end in the journal and not here.
   *
   * @throws ProblemException what it failed of, where the journal does not take that from here
   */
  void tell() {
    try {
      hatch();
    } catch (ProblemException e) {
      end(e.problem());
    } catch (RuntimeException e) {
      LOG.atError().addKeyValue(RunId.KEY, run.id()).setCause(e).log("A hatching failed");
      end(ProblemException.in(e));
    }
  }

  /** Its owner does not want it any more. */
  void cancel() {
    cancelled = true;
  }

  boolean concernedBy(Leasing.Lost lost) {
    return lost.concerns(run.id(), run.epoch());
  }

  /** Somebody else will go on with it; what happens here from now on is no ending. */
  void abandon() {
    abandoned = true;
  }

  private void hatch() {
    experience.recall().await();
    heed();
    var written = checkpoint.persona() == null ? write() : takeOver();
    var persona = written.persona();
    var painted = paint(persona);
    heed();
    reach(new Happening.Saving(), "Saving…", WHOLE, null);
    var agent = agent(persona, written.personaFallback(), save(painted, persona), painted.reason());
    heed();
    reach(new Happening.Complete(agent), arrival(persona, painted.reason()), WHOLE, null);
  }

  private Written write() {
    enter(
        llm,
        new LlmProgress(null),
        "Asking the model for a persona.",
        "The model is writing. It does not say how far it is, so this is our estimate.",
        experience.typicalWriting(),
        experience.whole());
    var since = clock.instant();
    try {
      var prompt =
          new Generation.Prompt(run.id(), run.epoch(), llm, order.description(), order.seed());
      var written = bus.ask(Addresses.GENERATE, prompt).await();
      experience.wrote(Held.of(run), llm, since, written);
      return told(written.persona(), null);
    } catch (ProblemException e) {
      if (e.problem() instanceof Problem.ModelUnavailable problem && !abandoned) {
        LOG.atWarn()
            .addKeyValue(RunId.KEY, run.id())
            .log("The fallback persona is used: {}", problem.detail());
        experience.notWritten(Held.of(run), llm, since, problem.code());
        return told(FallbackPersona.of(order.description()), problem.detail());
      }
      throw e;
    }
  }

  private Written told(Persona persona, @Nullable String reason) {
    heed();
    var written = new Written(persona, reason != null);
    var message =
        reason != null
            ? reason
            : "Meet %s. The persona is written; the painter begins.".formatted(persona.name());
    reach(
        new BackstoryComplete(persona, reason),
        message,
        llm.to(),
        new Checkpoint.Hatching(persona, written.personaFallback()));
    return written;
  }

  /** The persona was written before: by this run before a restart, or by the one it retries. */
  private Written takeOver() {
    var persona = Objects.requireNonNull(checkpoint.persona());
    if (run.standing().progress() < llm.to()) {
      reach(
          new BackstoryComplete(persona, null),
          "%s is known already; the painter begins.".formatted(persona.name()),
          llm.to(),
          checkpoint);
    }
    return new Written(persona, checkpoint.personaFallback());
  }

  private Rendering.Painted paint(Persona persona) {
    heed();
    var resumed = run.standing().progress() >= llm.to();
    enter(
        avatar,
        AvatarProgress.NOTHING,
        resumed
            ? "The server restarted. Going on from the saved persona."
            : "The painter is getting ready.",
        "The painter does not say how far it is, so this is our estimate.",
        experience.typicalPainting(),
        experience.painting());
    var since = clock.instant();
    var painted =
        bus.ask(
                Addresses.RENDER,
                new Rendering.Commission(run.id(), run.epoch(), avatar, persona, order.seed()))
            .await();
    experience.painted(Held.of(run), avatar, since, painted.code());
    return painted;
  }

  private PictureId save(Rendering.Painted painted, Persona persona) {
    var id = PictureId.random();
    try {
      bus.ask(
              Addresses.SAVE_PICTURE,
              new Storage.SavePicture(id, run.owner(), painted.mediaType(), painted.picture()))
          .await();
      return id;
    } catch (ProblemException e) {
      if (e.problem() instanceof Problem.Stale) {
        throw e;
      }
      throw new ProblemException(
          new Problem.Unavailable(
              "saving_failed",
              "%s could not be saved: %s Nothing half-finished was kept."
                  .formatted(persona.name(), e.problem().detail())));
    }
  }

  private Agent agent(
      Persona persona, boolean personaFallback, PictureId picture, @Nullable String reason) {
    return new Agent(
        AgentId.random(),
        run.owner(),
        persona,
        picture,
        order.description(),
        new Agent.Fallback(personaFallback, reason != null),
        run.id(),
        clock.instant());
  }

  private static String arrival(Persona persona, @Nullable String reason) {
    return reason == null ? persona.name() + " is here." : reason;
  }

  private void end(Problem problem) {
    if (abandoned || problem instanceof Problem.Stale) {
      LOG.atInfo()
          .addKeyValue(RunId.KEY, run.id())
          .log("The run is left to whoever goes on with it");
      return;
    }
    try {
      if (cancelled) {
        reach(new Happening.Cancelled(), "You stopped it here. Nothing was kept.", null, null);
      } else {
        LOG.atWarn()
            .addKeyValue(RunId.KEY, run.id())
            .log("The run ends with {}: {}", problem.code(), problem.detail());
        reach(new Happening.Failed(problem.code(), true), problem.detail(), null, null);
      }
    } catch (ProblemException e) {
      LOG.atError()
          .addKeyValue(RunId.KEY, run.id())
          .log("The run could not be ended: {}", e.getMessage());
      throw new ProblemException(problem);
    }
  }

  /** Stops here when nobody wants it any more. */
  private void heed() {
    if (cancelled || abandoned) {
      throw new ProblemException(new Problem.Cancelled("The run was cancelled."));
    }
  }

  private void enter(
      Phase phase,
      Happening idle,
      String message,
      String silent,
      Duration typical,
      @Nullable Eta outlook) {
    bus.announce(
        Addresses.ENTERED,
        new Progress.Enter(
            run.id(), run.epoch(), phase.name(), idle, message, silent, typical, outlook));
  }

  private void reach(
      Happening milestone,
      String message,
      @Nullable Double progress,
      @Nullable Checkpoint reached) {
    bus.ask(
            Addresses.REACH,
            new Progress.Reach(run.id(), run.epoch(), milestone, message, progress, reached))
        .await();
  }

  private record Written(Persona persona, boolean personaFallback) {}
}
