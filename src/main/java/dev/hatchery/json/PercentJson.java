package dev.hatchery.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.jspecify.annotations.Nullable;

/** A percentage as clients see it: a number with at most one decimal, {@code 25} and not 25.0. */
public final class PercentJson {
  private static final int PER_UNIT = 10;

  /** Far below a tenth, far above what adding up fractions gets wrong. */
  private static final double NOISE = 1e-6;

  private PercentJson() {}

  /** The number, never rounded up; null stays null. */
  public static JsonNode of(@Nullable Double percent) {
    if (percent == null) {
      return JsonNodeFactory.instance.nullNode();
    }
    var tenths = (long) Math.floor(percent * PER_UNIT + NOISE);
    return tenths % PER_UNIT == 0
        ? JsonNodeFactory.instance.numberNode(tenths / PER_UNIT)
        : JsonNodeFactory.instance.numberNode(tenths / (double) PER_UNIT);
  }
}
