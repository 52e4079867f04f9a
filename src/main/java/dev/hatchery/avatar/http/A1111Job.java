package dev.hatchery.avatar.http;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What such a server says of the one job that it works on.
 *
 * @param running whether there is one
 * @param stamp when it began, which tells one job from another; empty when it does not say
 * @param progress 0..1 as it says, which begins at 0.01
 * @param number how many passes of it are over
 * @param count how many passes it has; less than 1 when nobody knows
 * @param step steps done in this pass
 * @param steps in this pass; 0 when it does not say
 */
record A1111Job(
    boolean running, String stamp, double progress, int number, int count, int step, int steps) {

  private static final double BEGINNING = 0.01;

  static A1111Job of(JsonNode answer) {
    var state = answer.path("state");
    var progress = Math.clamp(answer.path("progress").asDouble(0), 0, 1);
    var count = state.path("job_count");
    return new A1111Job(
        count.isInt() ? count.asInt() != 0 : progress > 0,
        state.path("job_timestamp").asText(""),
        progress,
        Math.max(0, state.path("job_no").asInt(0)),
        count.asInt(0),
        Math.max(0, state.path("sampling_step").asInt(0)),
        Math.max(0, state.path("sampling_steps").asInt(0)));
  }

  /** How far it is, 0..1. Its steps say it better than its percentage, which is clipped. */
  double fraction() {
    if (steps == 0) {
      return progress >= 1 ? 1 : Math.max(0, progress - BEGINNING);
    }
    var passes = Math.max(1, count);
    var pass = Math.min(1, (double) step / steps);
    return Math.min(1, (Math.min(number, passes) + pass) / passes);
  }
}
