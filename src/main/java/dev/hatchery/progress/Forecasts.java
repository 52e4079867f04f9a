package dev.hatchery.progress;

import dev.hatchery.protocol.Eta;
import dev.hatchery.protocol.Learning;
import dev.hatchery.protocol.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The first remaining time that a run was told at its start, from 25 % and from 62.5 % on. */
final class Forecasts {
  private static final double AT_A_QUARTER = 25;
  private static final double HALFWAY_THROUGH_THE_PICTURE = 62.5;

  /** One that was told. */
  private record Said(Instant at, Eta eta) {}

  private final Map<Double, Said> said = new TreeMap<>();

  /** Hears what was told of the run; what is told while it waits is not counted. */
  void hear(Standing standing, Instant now) {
    var eta = standing.eta();
    if (eta != null && standing.phase() != null) {
      said.putIfAbsent(place(standing.progress()), new Said(now, eta));
    }
  }

  boolean any() {
    return !said.isEmpty();
  }

  /** Each with what came, now that the run has ended. */
  List<Learning.Forecast> atTheEnd(Instant end) {
    var forecasts = new ArrayList<Learning.Forecast>();
    said.forEach(
        (place, told) ->
            forecasts.add(
                new Learning.Forecast(
                    place, told.at(), told.eta(), Duration.between(told.at(), end))));
    return forecasts;
  }

  private static double place(double progress) {
    if (progress >= HALFWAY_THROUGH_THE_PICTURE) {
      return HALFWAY_THROUGH_THE_PICTURE;
    }
    return progress >= AT_A_QUARTER ? AT_A_QUARTER : 0;
  }
}
