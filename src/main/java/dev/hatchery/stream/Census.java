package dev.hatchery.stream;

import java.util.List;
import java.util.Map;

/**
 * Who watches on one event loop at some moment.
 *
 * @param watchers how many by each way that there is
 * @param behind of each who does not get what happens now, how many events of the journal it is
 *     behind, at least 1
 */
public record Census(Map<Way, Integer> watchers, List<Long> behind) {
  public Census {
    watchers = Map.copyOf(watchers);
    behind = List.copyOf(behind);
  }
}
