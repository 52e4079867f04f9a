package dev.hatchery.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;

/** Durations with their unit: {@code "250ms"}, {@code "60s"}, {@code "10m"}, {@code "30d"}. */
final class DurationReader extends StdDeserializer<Duration> {
  private static final long serialVersionUID = 1;
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "ms", ChronoUnit.MILLIS,
          "s", ChronoUnit.SECONDS,
          "m", ChronoUnit.MINUTES,
          "h", ChronoUnit.HOURS,
          "d", ChronoUnit.DAYS);

  DurationReader() {
    super(Duration.class);
  }

  @Override
  public Duration deserialize(JsonParser in, DeserializationContext context) throws IOException {
    var text = in.currentToken() == JsonToken.VALUE_STRING ? in.getText().strip() : "";
    var form = FORM.matcher(text);
    var unit = form.matches() ? UNITS.get(form.group(2)) : null;
    if (unit == null) {
      throw context.weirdStringException(
          in.getText(),
          Duration.class,
          "write a duration with its unit, such as \"250ms\" or \"10m\"");
    }
    return Duration.of(Long.parseLong(form.group(1)), unit);
  }
}
