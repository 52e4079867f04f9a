package dev.hatchery.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Access;
import dev.hatchery.protocol.Access.Kind;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Credential;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Principal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may come in when an old backup is restored. */
@SuppressWarnings("NullAway.Init")
class RestoredAccessTest extends StorageFixture {
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path elsewhere;

  private final List<Credential> sessions = new ArrayList<>();
  private Credential adas;
  private Credential bobs;
  private Path file;

  /** A backup in which Ada and Bob have a token, a session and a link each. */
  @BeforeEach
  void backup() {
    start();
    adas = token(ADA);
    bobs = token(BOB);
    for (var token : new Credential[] {adas, bobs}) {
      session(token);
      link(token);
    }
    file = elsewhere.resolve("backup.db");
    new Backup(data).to(file);
  }

  @Test
  void whatWasRevokedSinceStaysRevokedWithAllThatWasMadeWithIt() {
    var session = session(bobs);
    var link = link(adas);
    new Backup(data).to(elsewhere.resolve("later.db"));
    tokens().revoke("bob");

    assertThat(restore(elsewhere.resolve("later.db")))
        .isEqualTo(new Restored.Access(true, List.of("bob"), 0));

    assertThat(admitted(Kind.TOKEN, bobs)).isNull();
    assertThat(admitted(Kind.SESSION, session)).isNull();
    assertThat(admitted(Kind.TOKEN, adas)).isNotNull();
    assertThat(admitted(Kind.SHARE, link)).isNotNull();
    assertThat(tokens().list()).extracting(Tokens.Token::owner).containsExactly(ADA);
  }

  @Test
  void aSessionAndALinkThatWereEndedStayEnded() {
    var session = session(adas);
    var link = link(adas);
    var shared = Objects.requireNonNull(admitted(Kind.SHARE, link));
    new Backup(data).to(elsewhere.resolve("later.db"));
    ask(Addresses.SIGN_OUT, new Access.SignOut(session.proof()));
    ask(
        Addresses.END_SHARE,
        new Access.EndShare(
            ADA, Objects.requireNonNull(shared.scope()).run(), shared.credential()));

    assertThat(restore(elsewhere.resolve("later.db")).users()).isEmpty();

    assertThat(admitted(Kind.SESSION, session)).isNull();
    assertThat(admitted(Kind.SHARE, link)).isNull();
  }

  @Test
  void whoGotATokenSinceIsNotShutOut() {
    var eves = token(new Owner("eve"));

    assertThat(restore(file).users()).isEmpty();

    assertThat(Objects.requireNonNull(admitted(Kind.TOKEN, eves)).owner())
        .isEqualTo(new Owner("eve"));
    assertThat(admitted(Kind.TOKEN, adas)).isNotNull();
  }

  @Test
  void anEarlierRestoreDoesNotMixUpWhoWasRevoked() {
    restore(file);
    tokens().revoke("ada");
    var eves = token(new Owner("eve"));

    assertThat(restore(file).users()).containsExactly("ada");

    assertThat(admitted(Kind.TOKEN, adas)).isNull();
    assertThat(admitted(Kind.TOKEN, bobs)).isNotNull();
    assertThat(admitted(Kind.TOKEN, eves)).isNotNull();
  }

  @Test
  void whereNothingIsLeftToCompareWithItIsSaidWhoComesBack() throws IOException {
    tokens().revoke("bob");
    stop();
    Files.delete(data.resolve(DatabaseFile.NAME));

    comesBack();
  }

  @Test
  void whereTheDatabaseIsDamagedItIsSaidWhoComesBack() throws IOException {
    tokens().revoke("bob");
    stop();
    Files.writeString(data.resolve(DatabaseFile.NAME), "not what it was");

    comesBack();
  }

  @Test
  void whereTheBackupIsOfAnotherHatcheryItIsSaidWhoComesIn() throws IOException {
    stop();
    Files.delete(data.resolve(DatabaseFile.NAME));
    start();
    token(new Owner("eve"));
    stop();

    comesBack();
  }

  /** Browsers have to sign in again, at least. */
  private void comesBack() {
    var access = new Restore(data).from(file).access();
    assertThat(access).isEqualTo(new Restored.Access(false, List.of("ada", "bob"), 2));
    start();
    assertThat(tokens().list()).extracting(Tokens.Token::owner).containsExactly(ADA, BOB);
    assertThat(admitted(Kind.TOKEN, bobs)).isNotNull();
    assertThat(sessions).noneMatch(session -> admitted(Kind.SESSION, session) != null);
  }

  private Restored.Access restore(Path backup) {
    stop();
    var access = new Restore(data).from(backup).access();
    start();
    return access;
  }

  private Tokens tokens() {
    return new Tokens(data, () -> now);
  }

  private Credential token(Owner owner) {
    return tokens().create(owner, false).secret();
  }

  private Credential session(Credential token) {
    var session = Credential.passing();
    ask(Addresses.SIGN_IN, new Access.SignIn(token.proof(), session.proof()));
    sessions.add(session);
    return session;
  }

  private Credential link(Credential token) {
    var by = Objects.requireNonNull(admitted(Kind.TOKEN, token));
    var secret = Credential.passing();
    var run = create(by.owner(), "moth").id();
    ask(Addresses.MAKE_SHARE, new Access.MakeShare(by, run, secret.proof(), DAY));
    return secret;
  }

  private @Nullable Principal admitted(Kind kind, Credential credential) {
    return ask(Addresses.ADMIT, new Access.Admit(kind, credential.proof())).principal();
  }
}
