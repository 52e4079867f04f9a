package dev.hatchery.protocol;

import org.jspecify.annotations.Nullable;

/** What an event says beside how far the run is. */
public sealed interface Happening
    permits Happening.Queued,
        Happening.LlmProgress,
        Happening.BackstoryComplete,
        Happening.AvatarProgress,
        Happening.Saving,
        Happening.Complete,
        Happening.Done,
        Happening.Emitted,
        Happening.Failed,
        Happening.Cancelled,
        MissionHappening {
  /** The event's type on every transport. */
  String type();

  /** Whether nothing supersedes it, so that it is never dropped. */
  default boolean milestone() {
    return true;
  }

  /** Whether the run is over with it. */
  default boolean ending() {
    return false;
  }

  /**
   * The run waits.
   *
   * @param ahead how many runs start before it
   * @param eta until it ends, or null
   */
  record Queued(int ahead, @Nullable Eta eta) implements Happening {
    @Override
    public String type() {
      return "queued";
    }

    @Override
    public boolean milestone() {
      return false;
    }
  }

  /**
   * The model writes.
   *
   * @param tokens how many it has sent, or null when it does not stream
   */
  record LlmProgress(@Nullable Integer tokens) implements Happening {
    @Override
    public String type() {
      return "llm_progress";
    }

    @Override
    public boolean milestone() {
      return false;
    }
  }

  /**
   * The persona is written.
   *
   * @param reason why the fallback persona was used, or null when the model wrote it
   */
  record BackstoryComplete(Persona persona, @Nullable String reason) implements Happening {
    @Override
    public String type() {
      return "backstory_complete";
    }
  }

  /**
   * The renderer paints.
   *
   * @param rendererPercent 0 to 100 as its bar says, or null when it says nothing
   * @param step the last finished step, or null
   * @param steps how many there are, or null
   * @param eta until the run ends, or null
   * @param previewUrl where the half-painted picture is, or null
   */
  record AvatarProgress(
      @Nullable Double rendererPercent,
      @Nullable Integer step,
      @Nullable Integer steps,
      @Nullable Eta eta,
      @Nullable String previewUrl)
      implements Happening {
    /** A renderer that has said nothing yet. */
    public static final AvatarProgress NOTHING = new AvatarProgress(null, null, null, null, null);

    @Override
    public String type() {
      return "avatar_progress";
    }

    @Override
    public boolean milestone() {
      return false;
    }
  }

  /** All is made and is being saved. */
  record Saving() implements Happening {
    @Override
    public String type() {
      return "progress";
    }
  }

  /** The run succeeded. */
  record Complete(Agent agent) implements Happening {
    @Override
    public String type() {
      return "complete";
    }

    @Override
    public boolean ending() {
      return true;
    }
  }

  /** Work that was reported to us succeeded. */
  record Done() implements Happening {
    @Override
    public String type() {
      return "complete";
    }

    @Override
    public boolean ending() {
      return true;
    }
  }

  /**
   * Another program says something of its work.
   *
   * @param data what it says, one line of JSON, an object without the keys that are ours
   * @param milestone whether nothing supersedes it
   */
  record Emitted(String type, String data, boolean milestone) implements Happening {}

  /**
   * The run failed.
   *
   * @param code stable, for programs
   * @param retryable whether trying again may help
   */
  record Failed(String code, boolean retryable) implements Happening {
    @Override
    public String type() {
      return "error";
    }

    @Override
    public boolean ending() {
      return true;
    }
  }

  /** The run was stopped by its owner. */
  record Cancelled() implements Happening {
    @Override
    public String type() {
      return "cancelled";
    }

    @Override
    public boolean ending() {
      return true;
    }
  }
}
