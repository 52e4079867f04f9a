package dev.hatchery.web;

import dev.hatchery.protocol.Credential;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a browser shows by itself; no script sees it and no other site can have it sent. */
final class Cookies {
  private static final String SESSION = "hatchery_session";
  private static final String SHARES = "hatchery_share";
  private static final Pattern SECRET = Pattern.compile("[0-9a-v]{52}");

  /** A visitor may have the links of some runs open beside each other. */
  private static final int SHARES_MOST = 4;

  private final Front front;

  Cookies(Front front) {
    this.front = front;
  }

  /** The session that the browser is signed in with. */
  Optional<Credential> session(RoutingContext ctx) {
    return secrets(ctx, SESSION).findFirst();
  }

  /** The links that the browser has opened, the last one first. */
  List<Credential> shares(RoutingContext ctx) {
    return secrets(ctx, SHARES).limit(SHARES_MOST).toList();
  }

  /** Signs the browser in. */
  void begin(RoutingContext ctx, Credential session) {
    ctx.response().addCookie(kept(ctx, SESSION, session.text()));
  }

  /** Gives the browser one more link. */
  void open(RoutingContext ctx, Credential share) {
    var texts =
        Stream.concat(Stream.of(share), shares(ctx).stream())
            .map(Credential::text)
            .distinct()
            .limit(SHARES_MOST)
            .toList();
    ctx.response().addCookie(kept(ctx, SHARES, String.join(".", texts)));
  }

  /** Takes these links from the browser and leaves it the others. */
  void forget(RoutingContext ctx, List<Credential> shares) {
    if (!shares.isEmpty()) {
      var rest = new ArrayList<>(shares(ctx));
      rest.removeAll(shares);
      var texts = String.join(".", rest.stream().map(Credential::text).toList());
      var cookie = kept(ctx, SHARES, texts);
      ctx.response().addCookie(rest.isEmpty() ? cookie.setMaxAge(0) : cookie);
    }
  }

  /** Takes from the browser whatever it shows. */
  void end(RoutingContext ctx) {
    Stream.of(SESSION, SHARES)
        .filter(name -> !ctx.request().cookies(name).isEmpty())
        .forEach(name -> end(ctx, name));
  }

  /** Takes its session from the browser and leaves it the links. */
  void endSession(RoutingContext ctx) {
    end(ctx, SESSION);
  }

  private void end(RoutingContext ctx, String name) {
    ctx.response().addCookie(kept(ctx, name, "").setMaxAge(0));
  }

  private static Stream<Credential> secrets(RoutingContext ctx, String name) {
    return ctx.request().cookies(name).stream()
        .flatMap(cookie -> Stream.of(cookie.getValue().split("\\.")))
        .filter(text -> SECRET.matcher(text).matches())
        .map(Credential::new);
  }

  private Cookie kept(RoutingContext ctx, String name, String value) {
    return Cookie.cookie(name, value)
        .setPath("/")
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.STRICT)
        .setSecure(front.secure(ctx.request()));
  }
}
