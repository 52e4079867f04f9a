package dev.hatchery.web;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Access;
import dev.hatchery.protocol.Access.Kind;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.AgentId;
import dev.hatchery.protocol.Credential;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Principal;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Proof;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tokens, sessions, links and tickets in memory, on the addresses of the real ones. */
final class FakeAccess extends VerticleBase {
  private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

  private final Bus bus;
  private final Map<Proof, Kept> kept = new LinkedHashMap<>();
  private long last;
  private long revision;
  private int lookups;

  FakeAccess(Bus bus) {
    this.bus = bus;
  }

  private record Kept(Kind kind, Principal principal, long parent) {}

  @Override
  public Future<?> start() {
    return Future.all(
        List.of(
            bus.answer(Addresses.LOOK_AT_ACCESS, asked -> look()),
            bus.answer(Addresses.ADMIT, this::admit),
            bus.answer(Addresses.READMIT, asked -> byId(asked.credential())),
            bus.answer(Addresses.SIGN_IN, this::signIn),
            bus.answer(Addresses.SIGN_OUT, this::signOut),
            bus.answer(Addresses.ISSUE_TICKET, this::issue),
            bus.answer(Addresses.MAKE_SHARE, this::share),
            bus.answer(Addresses.LIST_SHARES, this::list),
            bus.answer(Addresses.END_SHARE, this::end)));
  }

  /** A new token of this user. */
  synchronized Credential token(String user, boolean readOnly) {
    var token = Credential.token();
    keep(Kind.TOKEN, token.proof(), new Owner(user), readOnly, null, null, 0);
    revision++;
    return token;
  }

  /** Ends all tokens of this user and what was made with them. */
  synchronized void revoke(String user) {
    kept.values().removeIf(one -> one.principal().owner().name().equals(user));
    revision++;
  }

  /** What was shared by this user has hatched this companion. */
  synchronized void hatched(String user, String agent) {
    kept.replaceAll(
        (proof, one) -> {
          var before = one.principal();
          var scope = before.scope();
          return scope == null || !before.owner().name().equals(user)
              ? one
              : new Kept(
                  one.kind(),
                  new Principal(
                      before.owner(),
                      true,
                      new Principal.Scope(scope.run(), new AgentId(agent)),
                      before.credential(),
                      before.until()),
                  one.parent());
        });
  }

  /** How often anybody was looked up. */
  synchronized int lookups() {
    return lookups;
  }

  private synchronized Access.Looked look() {
    return new Access.Looked(
        kept.values().stream().anyMatch(one -> one.kind() == Kind.TOKEN), revision);
  }

  private synchronized Access.Admitted admit(Access.Admit asked) {
    lookups++;
    var found = kept.get(asked.proof());
    if (found == null || found.kind() != asked.kind()) {
      return new Access.Admitted(null);
    }
    if (asked.kind() == Kind.TICKET) {
      kept.remove(asked.proof());
      return byId(found.parent());
    }
    return new Access.Admitted(found.principal());
  }

  private synchronized Access.Admitted byId(long credential) {
    return new Access.Admitted(
        kept.values().stream()
            .map(Kept::principal)
            .filter(principal -> principal.credential() == credential)
            .findFirst()
            .orElse(null));
  }

  private synchronized Access.Admitted signIn(Access.SignIn asked) {
    var token = kept.get(asked.token());
    if (token == null) {
      return new Access.Admitted(null);
    }
    var by = token.principal();
    return new Access.Admitted(
        keep(
            Kind.SESSION,
            asked.session(),
            by.owner(),
            by.readOnly(),
            null,
            LATER,
            by.credential()));
  }

  private synchronized Storage.Saved signOut(Access.SignOut asked) {
    kept.remove(asked.session());
    revision++;
    return new Storage.Saved();
  }

  private synchronized Storage.Saved issue(Access.IssueTicket asked) {
    var by = asked.principal();
    keep(Kind.TICKET, asked.ticket(), by.owner(), false, null, LATER, by.credential());
    return new Storage.Saved();
  }

  private synchronized Access.Shares share(Access.MakeShare asked) {
    var by = asked.principal();
    var made =
        keep(Kind.SHARE, asked.secret(), by.owner(), true, asked.runId(), LATER, by.credential());
    return new Access.Shares(List.of(new Access.Share(made.credential(), FakeHatchery.NOW, LATER)));
  }

  private synchronized Access.Shares list(Access.ListShares asked) {
    var found = new ArrayList<Access.Share>();
    for (var one : kept.values()) {
      var scope = one.principal().scope();
      if (scope != null
          && scope.run().equals(asked.runId())
          && one.principal().owner().equals(asked.owner())) {
        found.add(new Access.Share(one.principal().credential(), FakeHatchery.NOW, LATER));
      }
    }
    return new Access.Shares(found);
  }

  private synchronized Storage.Saved end(Access.EndShare asked) {
    var ended =
        kept.values()
            .removeIf(
                one ->
                    one.principal().credential() == asked.id()
                        && one.principal().owner().equals(asked.owner()));
    if (!ended) {
      throw new ProblemException(new Problem.NotFound("There is no such link."));
    }
    revision++;
    return new Storage.Saved();
  }

  private Principal keep(
      Kind kind,
      Proof proof,
      Owner owner,
      boolean readOnly,
      @Nullable RunId run,
      @Nullable Instant until,
      long parent) {
    var scope = run == null ? null : new Principal.Scope(run, null);
    var principal = new Principal(owner, readOnly, scope, ++last, until);
    kept.put(proof, new Kept(kind, principal, parent));
    return principal;
  }
}
