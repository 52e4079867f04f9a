package dev.hatchery.persistence;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Access;
import dev.hatchery.protocol.Access.Kind;
import dev.hatchery.protocol.Principal;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Proof;
import dev.hatchery.protocol.RunId;
import dev.hatchery.protocol.Storage;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Knows who may come in; of every secret only its hash. */
final class AccessStore {
  /** A session ends when it was not used for so long. */
  private static final Duration SESSION = Duration.ofHours(12);

  /** It is prolonged no more often than this, for that is a write. */
  private static final Duration BETWEEN_SLIDES = Duration.ofHours(1);

  private final Database database;
  private final InstantSource clock;
  private @Nullable KeyedHash hash;

  AccessStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  Future<Access.Looked> look(Access.Look look) {
    return database
        .read()
        .first("access/look")
        .map(
            row ->
                new Access.Looked(
                    Objects.requireNonNull(row).getInteger("users") != 0, row.getLong("revision")));
  }

  Future<Access.Admitted> admit(Access.Admit admit) {
    return hash()
        .map(keyed -> keyed.of(admit.proof()))
        .compose(kept -> admit.kind() == Kind.TICKET ? spend(kept) : find(admit.kind(), kept))
        .map(Access.Admitted::new);
  }

  Future<Access.Admitted> readmit(Access.Readmit readmit) {
    return byId(readmit.credential()).map(Access.Admitted::new);
  }

  Future<Access.Admitted> signIn(Access.SignIn signIn) {
    return admit(new Access.Admit(Kind.TOKEN, signIn.token()))
        .compose(
            token ->
                token.principal() == null
                    ? Future.succeededFuture(token)
                    : make(Kind.SESSION, signIn.session(), token.principal(), null, SESSION)
                        .map(row -> new Access.Admitted(row == null ? null : principal(row))));
  }

  Future<Storage.Saved> signOut(Access.SignOut signOut) {
    return hash()
        .compose(keyed -> database.write().run("access/signOut", keyed.of(signOut.session())))
        .map(new Storage.Saved());
  }

  Future<Storage.Saved> issue(Access.IssueTicket issue) {
    return make(Kind.TICKET, issue.ticket(), issue.principal(), null, issue.life())
        .compose(
            made ->
                made == null
                    ? Future.failedFuture(ended())
                    : Future.succeededFuture(new Storage.Saved()));
  }

  /** Removes what has ended by itself. */
  Future<Void> sweep() {
    return database.write().run("access/sweep", now()).mapEmpty();
  }

  /** The new row, or null when what it was made with has ended. */
  Future<@Nullable Row> make(
      Kind kind, Proof proof, Principal by, @Nullable RunId runId, Duration life) {
    var now = now();
    return hash()
        .compose(
            keyed ->
                database
                    .write()
                    .first(
                        "access/make",
                        name(kind),
                        keyed.of(proof),
                        by.owner().name(),
                        by.readOnly() || kind == Kind.SHARE ? 1 : 0,
                        runId == null ? null : runId.value(),
                        now,
                        now + life.toMillis(),
                        by.credential()));
  }

  /** What somebody is told whose credential ended while it was used. */
  static ProblemException ended() {
    return new ProblemException(
        new Problem.Conflict("signed_out", "What let you in has ended; sign in again."));
  }

  private Future<@Nullable Principal> find(Kind kind, String kept) {
    return database
        .read()
        .first("access/find", kept, name(kind), now())
        .map(row -> row != null && same(row.getString("hash"), kept) ? row : null)
        .compose(this::used);
  }

  private Future<@Nullable Principal> spend(String kept) {
    return database
        .write()
        .first("access/spend", kept, now())
        .compose(
            row ->
                row == null || row.getLong("parent") == null
                    ? Future.succeededFuture(null)
                    : byId(row.getLong("parent")));
  }

  private Future<@Nullable Principal> byId(long credential) {
    return database.read().first("access/readmit", credential, now()).compose(this::used);
  }

  private Future<@Nullable Principal> used(@Nullable Row row) {
    if (row == null) {
      return Future.succeededFuture(null);
    }
    var until = clock.instant().plus(SESSION);
    var slides =
        row.getString("kind").equals(name(Kind.SESSION))
            && row.getLong("expires_at") < until.minus(BETWEEN_SLIDES).toEpochMilli();
    return slides ? slide(row, until) : Future.succeededFuture(principal(row));
  }

  private Future<@Nullable Principal> slide(Row row, Instant until) {
    var before = principal(row);
    var after =
        new Principal(
            before.owner(), before.readOnly(), before.scope(), before.credential(), until);
    return database
        .write()
        .run("access/slide", until.toEpochMilli(), before.credential())
        .map(after);
  }

  private Future<KeyedHash> hash() {
    if (hash != null) {
      return Future.succeededFuture(hash);
    }
    return database
        .read()
        .first("access/key")
        .map(
            row ->
                hash = new KeyedHash(Objects.requireNonNull(row, "a key").getString("hash_key")));
  }

  private long now() {
    return clock.instant().toEpochMilli();
  }

  private static Principal principal(Row row) {
    return PrincipalRow.read(row);
  }

  private static String name(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** In a time that does not tell how much of it was right. */
  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }
}
