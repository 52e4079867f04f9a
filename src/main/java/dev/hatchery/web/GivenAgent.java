package dev.hatchery.web;

import static dev.hatchery.protocol.Addresses.FIND_AGENT;
import static dev.hatchery.protocol.Addresses.FIND_PICTURE;
import static dev.hatchery.protocol.Addresses.SAVE_AGENT;
import static dev.hatchery.protocol.Addresses.SAVE_PICTURE;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Agent;
import dev.hatchery.protocol.AgentId;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Persona;
import dev.hatchery.protocol.PictureId;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A companion that was not hatched here but is given as it is. */
final class GivenAgent {
  private static final Set<String> KEYS =
      Set.of("name", "backstory", "personality_traits", "avatar_url");
  private static final Pattern OWN_AVATAR = Pattern.compile("/api/agents/([0-9a-v]{26})/avatar");
  private static final int TRAIT_MOST = 100;

  private final Bus bus;
  private final Clock clock;

  GivenAgent(Bus bus, Clock clock) {
    this.bus = bus;
    this.clock = clock;
  }

  /** Saves the companion in the request's body. */
  Future<Agent> save(RoutingContext ctx) {
    var body = Body.of(ctx, KEYS);
    var persona = persona(body);
    var owner = Caller.of(ctx);
    return picture(owner, body.text("avatar_url"))
        .compose(picture -> bus.ask(SAVE_AGENT, asked(owner, persona, picture.orElse(null))))
        .map(Storage.FoundAgent::agent);
  }

  private Storage.SaveAgent asked(Owner owner, Persona persona, @Nullable PictureId picture) {
    return new Storage.SaveAgent(
        new Agent(
            AgentId.random(),
            owner,
            persona,
            picture,
            "",
            Agent.Fallback.NONE,
            null,
            clock.instant()));
  }

  private static Persona persona(Body body) {
    var name = Words.text("name", body.text("name"), 1, Persona.NAME_MOST);
    var backstory =
        Words.text(
            "backstory", body.text("backstory"), Persona.BACKSTORY_LEAST, Persona.BACKSTORY_MOST);
    var traits = traits(body.texts("personality_traits"));
    try {
      return new Persona(name, backstory, traits, "A portrait of " + name + ". " + backstory);
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid("invalid_persona", "name", e.getMessage() + ".");
    }
  }

  private static List<String> traits(List<String> given) {
    if (given.isEmpty() || given.size() > Persona.TRAITS_MOST) {
      throw Refusal.invalid(
          "invalid_personality_traits", "personality_traits", "1 to 5 traits are wanted.");
    }
    return given.stream()
        .map(trait -> Words.text("personality_traits", Optional.of(trait), 1, TRAIT_MOST))
        .toList();
  }

  /**
   * The picture of another companion of the same owner, copied, for it goes when that one is
   * deleted. Nothing is ever fetched from elsewhere.
   */
  private Future<Optional<PictureId>> picture(Owner owner, Optional<String> url) {
    if (url.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    var own = OWN_AVATAR.matcher(url.get());
    if (!own.matches()) {
      throw unusable();
    }
    return bus.ask(FIND_AGENT, new Storage.FindAgent(owner, new AgentId(own.group(1))))
        .map(
            found -> Optional.ofNullable(found.agent().picture()).orElseThrow(GivenAgent::unusable))
        .compose(id -> bus.ask(FIND_PICTURE, new Storage.FindPicture(owner, id)))
        .compose(picture -> copy(owner, picture))
        .map(Optional::of)
        .recover(failure -> Future.failedFuture(missing(failure) ? unusable() : failure));
  }

  private static boolean missing(Throwable failure) {
    return failure instanceof ProblemException known && known.problem() instanceof Problem.NotFound;
  }

  private Future<PictureId> copy(Owner owner, Storage.Picture picture) {
    var id = PictureId.random();
    return bus.ask(
            SAVE_PICTURE, new Storage.SavePicture(id, owner, picture.mediaType(), picture.bytes()))
        .map(saved -> id);
  }

  private static Refusal unusable() {
    return Refusal.invalid(
        "invalid_avatar_url",
        "avatar_url",
        "Give the avatar_url of a companion of yours, or none.");
  }
}
