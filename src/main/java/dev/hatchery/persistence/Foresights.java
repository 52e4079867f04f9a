package dev.hatchery.persistence;

import dev.hatchery.protocol.Numbers;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How right the remaining times were that were said at each place of a run. */
final class Foresights {
  private static final List<Double> PLACES = List.of(0.0, 25.0, 62.5);
  private static final int BUCKET_SECONDS = 2;
  private static final long BUCKET_MILLIS = 2000;
  private static final int SECOND = 1000;

  private final Durations wrongBy = new Durations();
  private final Map<Integer, Integer> buckets = new TreeMap<>();
  private int inside;
  private int later;

  private Foresights() {}

  static List<Numbers.Foresight> of(RowSet<Row> rows) {
    var byPlace = new TreeMap<Double, Foresights>();
    PLACES.forEach(place -> byPlace.put(place, new Foresights()));
    rows.forEach(
        row ->
            byPlace
                .computeIfAbsent(row.getDouble("said_at"), place -> new Foresights())
                .add(row.getLong("p90"), row.getLong("actual"), row.getLong("error")));
    var foresights = new ArrayList<Numbers.Foresight>();
    byPlace.forEach((place, those) -> foresights.add(those.at(place)));
    return foresights;
  }

  /** All in whole seconds rounded up, since that is how ranges are told. */
  private void add(long p90, long actual, long error) {
    wrongBy.add(Math.abs(error));
    buckets.merge((int) Math.floorDiv(error, BUCKET_MILLIS), 1, Integer::sum);
    var came = Math.ceilDiv(actual, SECOND);
    if (came > Math.ceilDiv(p90, SECOND)) {
      later++;
    } else if (came >= Math.ceilDiv(actual - error, SECOND)) {
      inside++;
    }
  }

  private Numbers.Foresight at(double place) {
    var errors = new ArrayList<Numbers.Bucket>();
    buckets.forEach(
        (bucket, n) ->
            errors.add(
                new Numbers.Bucket(bucket * BUCKET_SECONDS, (bucket + 1) * BUCKET_SECONDS, n)));
    return new Numbers.Foresight(
        place, wrongBy.n(), wrongBy.median(), share(inside), share(later), errors);
  }

  private @Nullable Double share(int of) {
    return wrongBy.n() == 0 ? null : Double.valueOf((double) of / wrongBy.n());
  }
}
