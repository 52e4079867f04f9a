package dev.hatchery.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Agent;
import dev.hatchery.protocol.AgentId;
import dev.hatchery.protocol.Bytes;
import dev.hatchery.protocol.Persona;
import dev.hatchery.protocol.PictureId;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Storage;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CompanionsTest extends BothDatabases {
  private static final int PICTURE_MOST = 4 * 1024 * 1024;

  @BeforeEach
  void begin() {
    start();
  }

  @Test
  void companionsAreListedNewestFirstAndOnlyToTheirOwner() {
    var old = save(agent(null, NOW));
    var young = save(agent(null, NOW.plusSeconds(1)));

    assertThat(ask(Addresses.LIST_AGENTS, new Storage.ListAgents(ADA)).agents())
        .containsExactly(young, old);
    assertThat(ask(Addresses.LIST_AGENTS, new Storage.ListAgents(BOB)).agents()).isEmpty();
    assertThat(refused(Addresses.FIND_AGENT, new Storage.FindAgent(BOB, old.id())))
        .isInstanceOf(Problem.NotFound.class);
    assertThat(refused(Addresses.DELETE_AGENT, new Storage.DeleteAgent(BOB, old.id())))
        .isInstanceOf(Problem.NotFound.class);
  }

  @Test
  void aPictureComesBackByteForByteAndOnlyToItsOwner() {
    var bytes = new byte[PICTURE_MOST];
    new Random(1).nextBytes(bytes);
    var id = picture(bytes);

    assertThat(ask(Addresses.FIND_PICTURE, new Storage.FindPicture(ADA, id)))
        .isEqualTo(new Storage.Picture(id, "image/png", Bytes.wrap(bytes)));
    assertThat(refused(Addresses.FIND_PICTURE, new Storage.FindPicture(BOB, id)))
        .isInstanceOf(Problem.NotFound.class);
    var larger =
        new Storage.SavePicture(
            PictureId.random(), ADA, "image/png", Bytes.wrap(new byte[PICTURE_MOST + 1]));
    assertThat(refused(Addresses.SAVE_PICTURE, larger).code()).isEqualTo("picture_too_large");
  }

  @Test
  void aDeletedCompanionTakesItsPictureAlong() {
    var picture = picture(new byte[] {1});
    var agent = save(agent(picture, NOW));

    ask(Addresses.DELETE_AGENT, new Storage.DeleteAgent(ADA, agent.id()));

    assertThat(refused(Addresses.FIND_AGENT, new Storage.FindAgent(ADA, agent.id())))
        .isInstanceOf(Problem.NotFound.class);
    assertThat(refused(Addresses.FIND_PICTURE, new Storage.FindPicture(ADA, picture)))
        .isInstanceOf(Problem.NotFound.class);
  }

  @Test
  void oldPicturesThatNobodyRefersToAreSweptAtTheStart() {
    var kept = picture(new byte[] {1});
    var unreferenced = picture(new byte[] {2});
    save(agent(kept, NOW));
    var database = await(database());
    await(database.write().run("test/agePictures"));
    await(database.close());
    var fresh = picture(new byte[] {3});

    restart();

    assertThat(ask(Addresses.FIND_PICTURE, new Storage.FindPicture(ADA, fresh)).bytes().length())
        .isOne();

    assertThat(ask(Addresses.FIND_PICTURE, new Storage.FindPicture(ADA, kept)).bytes().length())
        .isOne();
    assertThat(refused(Addresses.FIND_PICTURE, new Storage.FindPicture(ADA, unreferenced)))
        .isInstanceOf(Problem.NotFound.class);
  }

  private PictureId picture(byte[] bytes) {
    var id = PictureId.random();
    ask(Addresses.SAVE_PICTURE, new Storage.SavePicture(id, ADA, "image/png", Bytes.wrap(bytes)));
    return id;
  }

  private Agent save(Agent agent) {
    var saved = ask(Addresses.SAVE_AGENT, new Storage.SaveAgent(agent)).agent();
    assertThat(saved).isEqualTo(agent);
    return saved;
  }

  private static Agent agent(@Nullable PictureId picture, Instant createdAt) {
    var persona =
        new Persona(
            "Luma",
            "Born in a lantern on the quay.",
            List.of("kind", "shy"),
            "a small glowing moth");
    return new Agent(
        AgentId.random(),
        ADA,
        persona,
        picture,
        "",
        new Agent.Fallback(true, false),
        null,
        createdAt);
  }
}
