package dev.hatchery.llm.storyteller;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hatchery.llm.Commission;
import dev.hatchery.llm.LanguageModel;
import dev.hatchery.llm.Listener;
import dev.hatchery.llm.ModelException;
import dev.hatchery.llm.Trouble;
import dev.hatchery.protocol.Persona;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The model that needs no key and no network. It speaks JSON in pieces, as any other model does.
 */
public final class Storyteller implements LanguageModel {
  /** What it is called. It writes personas and nothing else. */
  public static final String NAME = "storyteller";

  private static final int PIECES = 45;

  private final Vertx vertx;
  private final Duration pace;
  private final Story story = new Story();
  private final ObjectMapper json = new ObjectMapper();

  /**
   * {@code pace} is the time between pieces; zero says all at once, though never in the call
   * itself.
   */
  public Storyteller(Vertx vertx, Duration pace) {
    this.vertx = vertx;
    this.pace = pace;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Future<Void> write(Commission commission, Listener pieces, Future<Void> cancelled) {
    if (!(commission instanceof Commission.OfPersona asked)) {
      return Future.failedFuture(
          ModelException.lasting(Trouble.REJECTED, "The storyteller knows only companions."));
    }
    String answer = answer(story.tell(asked.description(), asked.seed()));
    return new Recital(vertx, pace, pieces(answer), pieces).begin(cancelled);
  }

  private String answer(Persona persona) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", persona.name());
    fields.put("backstory", persona.backstory());
    fields.put("personality_traits", persona.personalityTraits());
    fields.put("avatar_prompt", persona.avatarPrompt());
    try {
      return json.writeValueAsString(fields);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static List<String> pieces(String answer) {
    String[] words = answer.split("(?<= )");
    int together = Math.ceilDiv(words.length, PIECES);
    List<String> pieces = new ArrayList<>();
    for (int at = 0; at < words.length; at += together) {
      pieces.add(
          String.join("", List.of(words).subList(at, Math.min(words.length, at + together))));
    }
    return pieces;
  }
}
