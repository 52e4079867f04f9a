package dev.hatchery.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an owner says of missions; each is answered by the mission as it is then. */
public sealed interface Missions extends Message {
  /**
   * Asks for a mission that waits for its owner's approval.
   *
   * @param idempotencyKey see {@link Running.Submit}
   * @param part of what larger run it is, or null
   */
  record Propose(Owner owner, Brief brief, @Nullable String idempotencyKey, @Nullable Part part)
      implements Missions {
    /** One that stands for itself. */
    public Propose(Owner owner, Brief brief, @Nullable String idempotencyKey) {
      this(owner, brief, idempotencyKey, null);
    }
  }

  /** Asks to change what a mission is to do, while it waits for a word of its owner. */
  record Amend(Owner owner, RunRef mission, Amendment amendment) implements Missions {}

  /**
   * What to change; null leaves it.
   *
   * @param scope empty takes it away
   */
  record Amendment(
      @Nullable String objective,
      @Nullable String scope,
      @Nullable List<String> constraints,
      Brief.@Nullable Priority priority) {}

  /** The changed mission, and the names of what was changed, as on the wire. */
  record Amended(Run run, List<String> changed) implements Missions {
    public Amended {
      changed = List.copyOf(changed);
    }
  }

  /** Asks to let a mission be executed. */
  record Approve(Owner owner, RunRef mission) implements Missions {}

  /** Asks to work on an approved mission as soon as its turn comes. */
  record Execute(Owner owner, RunRef mission) implements Missions {}

  /**
   * Asks to tell of a mission that was just made of one that failed or was cancelled, and to
   * execute it where that one was approved: what was approved once is not asked about again.
   */
  record TryAgain(Owner owner, RunRef mission) implements Missions {}

  /**
   * Answers what a mission asked, which then goes on.
   *
   * @param answer 1 to 1,000 characters
   */
  record Clarify(Owner owner, RunRef mission, String answer) implements Missions {}

  /** Asks to keep what an owner thinks of a tool that a mission used. */
  record Judge(Owner owner, RunRef mission, ToolName tool, ToolRecord.Verdict verdict)
      implements Missions {}

  /** Asks to keep what an owner thinks of a mission that is done. */
  record Rate(Owner owner, RunRef mission, Survey survey) implements Missions {}

  /**
   * It is kept.
   *
   * @param adjustment what it adds to the confidence in the tool
   */
  record Rated(double adjustment) implements Missions {}

  /** Says something in a chat, 1 to 2,000 characters in one line or several. */
  record Say(Owner owner, String message) implements Missions {}

  /**
   * What came of it.
   *
   * @param missions those that were proposed, or the one that was changed
   * @param whole the run that several of them make up, or null
   * @param changed the names of what was changed, as on the wire
   * @param question what nobody understood, or null
   */
  record Heard(
      List<Run> missions, @Nullable RunId whole, List<String> changed, @Nullable String question)
      implements Missions {
    public Heard {
      missions = List.copyOf(missions);
      changed = List.copyOf(changed);
    }
  }

  /**
   * Asks what became of an owner's missions.
   *
   * @param days how far back, 1 to 365
   */
  record Count(Owner owner, int days) implements Missions {}

  /** What became of them. */
  record Counted(MissionNumbers numbers) implements Missions {}
}
