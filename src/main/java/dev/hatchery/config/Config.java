package dev.hatchery.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Every setting of Hatchery; the defaults stand in {@code conf/hatchery.json}. */
public record Config(
    Http http,
    Cors cors,
    Path data,
    DatabaseUrl database,
    Queue queue,
    Progress progress,
    Journal journal,
    Task task,
    Llm llm,
    Storyteller storyteller,
    Render render,
    Map<String, RendererEntry> renderers,
    Painter painter,
    Missions missions,
    Cluster cluster) {
  /** The name of the only node where there is no cluster. */
  private static final String ALONE = "local";

  public Config {
    renderers = Map.copyOf(renderers);
    Check.that(
        renderers.containsKey(render.renderer()),
        "render.renderer is \"%s\", but renderers has only %s",
        render.renderer(),
        renderers.keySet());
    Check.that(
        !cluster.enabled() || database.present(),
        "a cluster needs a database that all its nodes share; name it with --database"
            + " postgresql://user:password@host:5432/name");
  }

  /** The name of this node, which is in the row of every run that it works on. */
  public String node() {
    return cluster.enabled() ? cluster.node() : ALONE;
  }

  /** Origins, such as {@code https://example.org}, whose pages may use it. */
  public record Cors(List<String> origins) {
    public Cors {
      origins = List.copyOf(origins);
    }
  }

  /**
   * How many runs may wait, and how many of one user are worked on at a time.
   *
   * @param capacity how many of all users may wait
   * @param perUser how many of one user may wait
   * @param activePerUser how many of one user are worked on; only where there are users
   */
  public record Queue(int capacity, int perUser, int activePerUser) {
    public Queue {
      Check.that(capacity >= 1, "queue.capacity must be at least 1, was %s", capacity);
      Check.that(perUser >= 1, "queue.perUser must be at least 1, was %s", perUser);
      Check.that(
          activePerUser >= 1, "queue.activePerUser must be at least 1, was %s", activePerUser);
    }
  }

  /**
   * How progress is shown.
   *
   * @param maxEventsPerSecond of one run; 0 is no limit, for benchmarks only
   * @param silence no stream is silent for longer; at least 2 s
   */
  public record Progress(Weights weights, int maxEventsPerSecond, Duration silence) {
    private static final Duration SILENCE_LEAST = Duration.ofSeconds(2);

    public Progress {
      Check.that(
          maxEventsPerSecond >= 0,
          "progress.maxEventsPerSecond must not be negative, was %s",
          maxEventsPerSecond);
      Check.that(
          silence.compareTo(SILENCE_LEAST) >= 0,
          "progress.silence must be at least 2s, was %ss",
          Check.plain(silence.toMillis() / 1000.0));
    }
  }

  /** What each part of a hatching counts, in percent. */
  public record Weights(double llm, double avatar) {
    private static final double WHOLE = 100;

    public Weights {
      Check.that(
          llm > 0 && avatar > 0 && llm + avatar == WHOLE,
          "progress.weights must add up to 100, were %s + %s",
          Check.plain(llm),
          Check.plain(avatar));
    }
  }

  /**
   * How the journal is kept.
   *
   * @param synchronous when SQLite waits for the disk
   * @param retention how long events of finished runs are kept
   */
  public record Journal(Synchronous synchronous, Duration retention) {
    public Journal {
      Check.positive("journal.retention", retention);
    }
  }

  /**
   * How tasks of other programs are kept.
   *
   * @param idleTimeout how long nobody may report on one before it is given up
   */
  public record Task(Duration idleTimeout) {
    public Task {
      Check.positive("task.idleTimeout", idleTimeout);
    }
  }

  /** SQLite's setting of the same name. */
  public enum Synchronous {
    FULL,
    NORMAL,
    OFF
  }

  /**
   * Which language model writes.
   *
   * @param provider a provider's name, or {@code auto} for the first that is configured
   * @param idleTimeout how long it may send nothing
   * @param firstByteTimeout how long a model on this machine may send nothing at first
   * @param totalTimeout how long it may take with all attempts
   */
  public record Llm(
      String provider,
      Duration idleTimeout,
      Duration firstByteTimeout,
      Duration totalTimeout,
      Providers.Anthropic anthropic,
      Providers.OpenAi openai,
      Providers.Ollama ollama,
      Providers.Claude claude) {
    public Llm {
      Check.positive("llm.idleTimeout", idleTimeout);
      Check.positive("llm.firstByteTimeout", firstByteTimeout);
      Check.positive("llm.totalTimeout", totalTimeout);
      Check.that(
          Providers.NAMES.contains(provider),
          "llm.provider is \"%s\", but may be %s",
          provider,
          String.join(", ", Providers.NAMES));
      Check.that(
          !provider.equals("anthropic") || anthropic.configured(),
          "llm.provider is \"anthropic\", but llm.anthropic.apiKey is not set;"
              + " ANTHROPIC_API_KEY in the environment will do");
      Check.that(
          !provider.equals("openai") || openai.configured(),
          "llm.provider is \"openai\", but neither llm.openai.apiKey nor llm.openai.url is set;"
              + " OPENAI_API_KEY or OPENAI_BASE_URL in the environment will do");
    }
  }

  /** The embedded storyteller; {@code pace} lies between two pieces of its text. */
  public record Storyteller(Duration pace) {
    public Storyteller {
      Check.notNegative("storyteller.pace", pace);
    }
  }

  /**
   * Which renderer paints, and how long it may take unless its own entry says otherwise.
   *
   * @param concurrency how many hatchings run at a time
   * @param firstBarTimeout how long it may say nothing before its first bar
   * @param idleTimeout how long it may say nothing after its first bar
   * @param totalTimeout how long it may take in all
   */
  public record Render(
      String renderer,
      int concurrency,
      Duration firstBarTimeout,
      Duration idleTimeout,
      Duration totalTimeout) {
    public Render {
      Check.that(concurrency >= 1, "render.concurrency must be at least 1, was %s", concurrency);
      Check.positive("render.firstBarTimeout", firstBarTimeout);
      Check.positive("render.idleTimeout", idleTimeout);
      Check.positive("render.totalTimeout", totalTimeout);
    }
  }

  /** The embedded painter; {@code pace} is the least time of one stage. */
  public record Painter(Duration pace) {
    public Painter {
      Check.notNegative("painter.pace", pace);
    }
  }
}
