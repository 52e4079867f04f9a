package dev.hatchery.web;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Access;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Credential;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tickets: what opens one stream or socket, once and soon, for a client that can send no header and
 * must not write a token into an address. They are kept in the database, so that a ticket is spent
 * once whichever instance or node it is shown to.
 */
final class TicketRoutes implements Routes {
  private static final int CREATED = 201;
  private static final Duration LIFE = Duration.ofSeconds(30);
  private static final Pattern OPENED =
      Pattern.compile(
          "/stream/.*|/ws/.*|/eventbus(/.*)?|/api/runs/[^/]+/events|/api/agents/create/stream");

  private final Bus bus;

  TicketRoutes(Bus bus) {
    this.bus = bus;
  }

  /** The ticket of a request for something that a ticket opens. */
  static Optional<Credential> ticket(RoutingContext ctx) {
    return OPENED.matcher(ctx.request().path()).matches()
        ? Query.text(ctx, "ticket").map(Credential::new)
        : Optional.empty();
  }

  @Override
  public void addTo(Router router) {
    Routes.json(router.post("/api/tickets"), this::issue);
  }

  /** How clients read it. */
  record Ticket(String ticket, long expiresInSeconds) {}

  private Future<?> issue(RoutingContext ctx) {
    var ticket = Credential.passing();
    return bus.ask(
            Addresses.ISSUE_TICKET,
            new Access.IssueTicket(Caller.principal(ctx), ticket.proof(), LIFE))
        .map(
            saved -> {
              ctx.response().setStatusCode(CREATED);
              return new Ticket(ticket.text(), LIFE.toSeconds());
            });
  }
}
