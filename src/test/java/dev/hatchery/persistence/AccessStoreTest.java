package dev.hatchery.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Access;
import dev.hatchery.protocol.Access.Kind;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Credential;
import dev.hatchery.protocol.Principal;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Proof;
import dev.hatchery.protocol.RunId;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessStoreTest extends BothDatabases {
  private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

  @BeforeEach
  void open() {
    start();
  }

  private Tokens tokens() {
    return new Tokens(data, shared, () -> now);
  }

  private @Nullable Principal admit(Kind kind, Proof proof) {
    return ask(Addresses.ADMIT, new Access.Admit(kind, proof)).principal();
  }

  private Principal admitted(Kind kind, Proof proof) {
    return Objects.requireNonNull(admit(kind, proof));
  }

  private Access.Looked look() {
    return ask(Addresses.LOOK_AT_ACCESS, new Access.Look());
  }

  private Credential signIn(Tokens.Made token) {
    var session = Credential.passing();
    ask(Addresses.SIGN_IN, new Access.SignIn(token.secret().proof(), session.proof()));
    return session;
  }

  private Credential share(Principal by, RunId run, Duration life) {
    var secret = Credential.passing();
    ask(Addresses.MAKE_SHARE, new Access.MakeShare(by, run, secret.proof(), life));
    return secret;
  }

  @Test
  void aTokenThatWasMadeBesideTheServerLetsItsUserIn() {
    assertThat(look().users()).isFalse();
    var made = tokens().create(ADA, true);
    assertThat(look().users()).isTrue();

    var principal = admitted(Kind.TOKEN, made.secret().proof());

    assertThat(principal).isEqualTo(new Principal(ADA, true, null, made.token().number(), null));
    assertThat(admit(Kind.SESSION, made.secret().proof())).isNull();
    assertThat(admit(Kind.TOKEN, Proof.of("hatchery_guessed"))).isNull();
  }

  @Test
  void revokingIsSeenByItsRevisionAndEndsWhateverWasMadeWithTheToken() {
    var made = tokens().create(ADA, false);
    var session = signIn(made);
    var run = create(ADA, "a dragon").id();
    var share = share(admitted(Kind.SESSION, session.proof()), run, Duration.ofDays(1));
    var before = look().revision();

    assertThat(tokens().revoke("ada")).isOne();

    assertThat(look().revision()).isNotEqualTo(before);
    assertThat(admit(Kind.TOKEN, made.secret().proof())).isNull();
    assertThat(admit(Kind.SESSION, session.proof())).isNull();
    assertThat(admit(Kind.SHARE, share.proof())).isNull();
    assertThat(ask(Addresses.READMIT, new Access.Readmit(made.token().number())).principal())
        .isNull();
  }

  @Test
  void aSessionLivesOnWithUseOverRestartsAndEndsWithoutIt() {
    var session = signIn(tokens().create(ADA, false));
    restart();
    now = now.plus(Duration.ofHours(11));
    assertThat(admit(Kind.SESSION, session.proof())).isNotNull();
    now = now.plus(Duration.ofHours(11));
    assertThat(admitted(Kind.SESSION, session.proof()).until())
        .isEqualTo(now.plus(Duration.ofHours(12)));
    now = now.plus(Duration.ofHours(12));
    assertThat(admit(Kind.SESSION, session.proof())).isNull();
  }

  @Test
  void signingOutEndsOneSessionAndNotTheLinksMadeInIt() {
    var made = tokens().create(ADA, false);
    var session = signIn(made);
    var other = signIn(made);
    var run = create(ADA, "a dragon").id();
    var share = share(admitted(Kind.SESSION, session.proof()), run, Duration.ofDays(1));

    ask(Addresses.SIGN_OUT, new Access.SignOut(session.proof()));

    assertThat(admit(Kind.SESSION, session.proof())).isNull();
    assertThat(admit(Kind.SESSION, other.proof())).isNotNull();
    assertThat(admit(Kind.SHARE, share.proof())).isNotNull();
  }

  @Test
  void aTicketWorksOnceAndSoonAndGivesWhatItsMakerHas() {
    var made = tokens().create(ADA, true);
    var ada = admitted(Kind.TOKEN, made.secret().proof());
    var ticket = Credential.passing();
    var late = Credential.passing();
    ask(Addresses.ISSUE_TICKET, new Access.IssueTicket(ada, ticket.proof(), HALF_A_MINUTE));
    ask(Addresses.ISSUE_TICKET, new Access.IssueTicket(ada, late.proof(), HALF_A_MINUTE));

    assertThat(admit(Kind.TICKET, ticket.proof())).isEqualTo(ada);
    assertThat(admit(Kind.TICKET, ticket.proof())).isNull();
    now = now.plus(HALF_A_MINUTE);
    assertThat(admit(Kind.TICKET, late.proof())).isNull();
  }

  @Test
  void aTicketOfARevokedTokenIsNotMade() {
    var made = tokens().create(ADA, false);
    var ada = admitted(Kind.TOKEN, made.secret().proof());
    tokens().revoke(Long.toString(made.token().number()));

    var problem =
        refused(
            Addresses.ISSUE_TICKET,
            new Access.IssueTicket(ada, Credential.passing().proof(), HALF_A_MINUTE));

    assertThat(problem.code()).isEqualTo("signed_out");
  }

  @Test
  void aLinkShowsItsRunAndItsCompanionUntilItEnds() {
    var ada = admitted(Kind.TOKEN, tokens().create(ADA, false).secret().proof());
    var run = create(ADA, "a dragon").id();
    var secret = share(ada, run, Duration.ofHours(1));

    var visitor = admitted(Kind.SHARE, secret.proof());

    assertThat(visitor.readOnly()).isTrue();
    assertThat(visitor.scope()).isEqualTo(new Principal.Scope(run, null));
    assertThat(visitor.until()).isEqualTo(now.plus(Duration.ofHours(1)));
    now = now.plus(Duration.ofHours(1));
    assertThat(admit(Kind.SHARE, secret.proof())).isNull();
  }

  @Test
  void linksAreListedAndEndedByTheirOwnerAlone() {
    var ada = admitted(Kind.TOKEN, tokens().create(ADA, false).secret().proof());
    var bob = admitted(Kind.TOKEN, tokens().create(BOB, false).secret().proof());
    var run = create(ADA, "a dragon").id();
    var secret = share(ada, run, Duration.ofHours(1));
    var link = ask(Addresses.LIST_SHARES, new Access.ListShares(ADA, run)).shares().getFirst();

    assertThat(refused(Addresses.LIST_SHARES, new Access.ListShares(BOB, run)))
        .isInstanceOf(Problem.NotFound.class);
    assertThat(refused(Addresses.END_SHARE, new Access.EndShare(BOB, run, link.id())))
        .isInstanceOf(Problem.NotFound.class);
    assertThat(
            refused(
                Addresses.MAKE_SHARE,
                new Access.MakeShare(bob, run, secret.proof(), HALF_A_MINUTE)))
        .isInstanceOf(Problem.NotFound.class);

    ask(Addresses.END_SHARE, new Access.EndShare(ADA, run, link.id()));

    assertThat(admit(Kind.SHARE, secret.proof())).isNull();
    assertThat(ask(Addresses.LIST_SHARES, new Access.ListShares(ADA, run)).shares()).isEmpty();
  }

  @Test
  void withoutUsersARunCanBeSharedToo() {
    var run = create(Principal.ANYBODY.owner(), "a dragon").id();
    var secret = share(Principal.ANYBODY, run, Duration.ofHours(1));
    assertThat(admit(Kind.SHARE, secret.proof())).isNotNull();
  }
}
