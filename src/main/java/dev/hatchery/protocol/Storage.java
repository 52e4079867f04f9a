package dev.hatchery.protocol;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Saving and finding what is not the journal. */
public sealed interface Storage extends Message {
  /**
   * Asks to record a new run, or to find the one that was meant.
   *
   * @param run as it is to be, its number still 0
   * @param idempotencyKey see {@link Running.Submit}
   * @param joinWithin also joins a run of the same key that ended less than this ago
   * @param room a new run that finds none is refused as busy; one that is joined needs none
   */
  record CreateRun(Run run, @Nullable String idempotencyKey, Duration joinWithin, Room room)
      implements Storage {}

  /**
   * How many runs may wait.
   *
   * @param capacity of all owners
   * @param perOwner of one owner
   */
  record Room(int capacity, int perOwner) {}

  /** The run that {@link CreateRun} led to. */
  record CreatedRun(Run run, boolean created) implements Storage {}

  /** Asks whether one more run of the owner may wait for its turn; where not it is busy. */
  record FindRoom(Owner owner, RunKind kind, Room room) implements Storage {}

  /**
   * Asks for the oldest run of a kind that nobody works on, to work on it from now on.
   *
   * @param perOwner of whom so many are worked on already is passed over, where there are users
   */
  record ClaimRun(String node, RunKind kind, int perOwner) implements Storage {}

  /**
   * The claimed run, or null when none waits.
   *
   * @param takenOver whether its node had died over it, and had not let go of it
   */
  record ClaimedRun(@Nullable Run run, boolean takenOver) implements Storage {
    /** None waits. */
    public static final ClaimedRun NONE = new ClaimedRun(null, false);
  }

  /**
   * Asks to take from this node every run it holds, so that they can be claimed again; their epoch
   * grows, so that what the node still says of them is stale.
   *
   * @param crashed whether the node died with them, which a run survives a few times only
   */
  record ReleaseRuns(String node, boolean crashed) implements Storage {}

  /** Asks for one run. */
  record FindRun(@Nullable Owner owner, RunRef run) implements Storage {}

  /** The run that was asked for. */
  record FoundRun(Run run) implements Storage {}

  /**
   * Asks for runs, newest first.
   *
   * @param after the number of the last one seen, or 0
   * @param limit 1 to 1,000
   */
  record ListRuns(
      @Nullable Owner owner,
      @Nullable RunStatus status,
      @Nullable RunKind kind,
      long after,
      int limit)
      implements Storage {}

  /** Runs, newest first. */
  record Runs(List<Run> runs) implements Storage {
    public Runs {
      runs = List.copyOf(runs);
    }
  }

  /** Asks to save a companion that was not hatched but given. */
  record SaveAgent(Agent agent) implements Storage {}

  /** Asks for one companion. */
  record FindAgent(Owner owner, AgentId agentId) implements Storage {}

  /** The companion that was asked for or saved. */
  record FoundAgent(Agent agent) implements Storage {}

  /** Asks for all companions, newest first. */
  record ListAgents(Owner owner) implements Storage {}

  /** Companions, newest first. */
  record Agents(List<Agent> agents) implements Storage {
    public Agents {
      agents = List.copyOf(agents);
    }
  }

  /** Asks to delete a companion and its picture for good. */
  record DeleteAgent(Owner owner, AgentId agentId) implements Storage {}

  /**
   * Asks to save a picture; local, since the bytes stay on this node.
   *
   * @param mediaType {@code image/png} or {@code image/svg+xml}
   * @param bytes at most 4 MiB
   */
  record SavePicture(PictureId id, Owner owner, String mediaType, Bytes bytes) implements Storage {}

  /** Asks for a picture. */
  record FindPicture(Owner owner, PictureId id) implements Storage {}

  /** A picture. */
  record Picture(PictureId id, String mediaType, Bytes bytes) implements Storage {}

  /** It is done and will stay so. */
  record Saved() implements Storage {}
}
