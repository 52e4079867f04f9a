package dev.hatchery.bus;

import dev.hatchery.protocol.AgentId;
import dev.hatchery.protocol.ArtifactId;
import dev.hatchery.protocol.Bytes;
import dev.hatchery.protocol.Category;
import dev.hatchery.protocol.Intent;
import dev.hatchery.protocol.PictureId;
import dev.hatchery.protocol.RecipeId;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.Survey;
import dev.hatchery.protocol.Timing;
import dev.hatchery.protocol.ToolName;
import dev.hatchery.protocol.ToolRecord;
import dev.hatchery.protocol.ToolRecord.Verdict;
import dev.hatchery.protocol.Usd;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One filled sample of any record that travels, the same in every run. */
final class Samples {
  private static final String ID = "0123456789abcdefghijklmnop";
  private static final Map<Class<?>, Object> VALUES =
      Map.ofEntries(
          Map.entry(String.class, "some words, at least ten"),
          Map.entry(int.class, 7),
          Map.entry(Integer.class, 7),
          Map.entry(long.class, 7L),
          Map.entry(Long.class, 7L),
          Map.entry(double.class, 12.5),
          Map.entry(Double.class, 12.5),
          Map.entry(boolean.class, true),
          Map.entry(Instant.class, Instant.parse("2026-11-20T08:30:00.125Z")),
          Map.entry(Duration.class, Duration.ofMillis(1500)),
          Map.entry(Bytes.class, Bytes.wrap(new byte[] {1, 2, 3})),
          Map.entry(RunId.class, new RunId(ID)),
          Map.entry(AgentId.class, new AgentId(ID)),
          Map.entry(PictureId.class, new PictureId(ID)),
          Map.entry(ArtifactId.class, new ArtifactId(ID)),
          Map.entry(ToolName.class, new ToolName("calculate")),
          Map.entry(Intent.class, new Intent(Category.CALCULATE, 0.9)),
          Map.entry(
              ToolRecord.class,
              new ToolRecord(Verdict.APPROVED, 0.05, 3, 2, Duration.ofSeconds(4), new Usd(1200))),
          Map.entry(RecipeId.class, new RecipeId("news-digest")),
          Map.entry(ZoneId.class, ZoneId.of("Europe/Berlin")),
          Map.entry(
              Timing.class,
              new Timing(
                  Instant.parse("2026-11-20T08:30:00.125Z"),
                  Timing.Recurrence.NONE,
                  "0 9 * * MON",
                  ZoneId.of("Europe/Berlin"))),
          Map.entry(Survey.class, new Survey(9, true, false)),
          Map.entry(
              dev.hatchery.protocol.Phase.class, new dev.hatchery.protocol.Phase("llm", 0, 25)));

  private Samples() {}

  static Object of(Type type) {
    if (type instanceof ParameterizedType many) {
      var one = of(many.getActualTypeArguments()[0]);
      return many.getRawType() == Set.class ? Set.of(one) : List.of(one);
    }
    var raw = (Class<?>) type;
    if (VALUES.containsKey(raw)) {
      return VALUES.get(raw);
    }
    if (raw.isEnum()) {
      return raw.getEnumConstants()[0];
    }
    return raw.isSealed() ? of(raw.getPermittedSubclasses()[0]) : record(raw);
  }

  private static Object record(Class<?> type) {
    var components = type.getRecordComponents();
    try {
      var constructor =
          type.getDeclaredConstructor(
              Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      return constructor.newInstance(
          Stream.of(components).map(component -> of(component.getGenericType())).toArray());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no sample of " + type, e);
    }
  }
}
