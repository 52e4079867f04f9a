package dev.hatchery.protocol;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An event that another program emits.
 *
 * @param run which run it is about, by its id or its owner's name for it; or null
 * @param taskId what the program calls its task, which names the run where {@code run} does not; or
 *     null
 * @param type see {@link EventType}
 * @param report what we understand of it
 * @param message its own words for people, one line, or null
 * @param data what was emitted as one line of JSON, an object without the keys that are ours
 * @param marks make that it is recorded once
 */
public record Emission(
    @Nullable String run,
    @Nullable String taskId,
    String type,
    Report report,
    @Nullable String message,
    String data,
    List<Mark> marks) {
  /** Begins the key of a mark whose name the program gave to the event. */
  public static final String BY_EVENT = "e:";

  /** Begins the key of a mark whose name the program gave to its request. */
  public static final String BY_REQUEST = "k:";

  /** Begins the key of a mark that we gave to it ourselves. */
  public static final String BY_US = "f:";

  public Emission {
    marks = List.copyOf(marks);
  }

  /** The same about the run of this id. */
  public Emission about(RunId id) {
    return new Emission(id.value(), taskId, type, report, message, data, marks);
  }

  /** The same with one mark more. */
  public Emission with(Mark mark) {
    var all = Stream.concat(marks.stream(), Stream.of(mark)).toList();
    return new Emission(run, taskId, type, report, message, data, all);
  }
}
