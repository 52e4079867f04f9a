package dev.hatchery.web;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Principal;
import dev.hatchery.protocol.Problem;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One client of the bridge: what it listens to, and what it asks for. */
final class BridgeClient {
  private static final int ADDRESSES_MOST = 20;
  private static final int COMMANDS_MOST = 20;

  private final BridgeSocket socket;
  private final Principal principal;
  private final Streams streams;
  private final BridgeAddresses addresses;
  private final Commands commands;
  private final Map<String, BridgeConnection> listening = new HashMap<>();
  private int unanswered;

  BridgeClient(
      BridgeSocket socket,
      Principal principal,
      Streams streams,
      BridgeAddresses addresses,
      Commands commands) {
    this.socket = socket;
    this.principal = principal;
    this.streams = streams;
    this.addresses = addresses;
    this.commands = commands;
  }

  void begin() {
    socket.begin(this::hear, () -> List.copyOf(listening.values()).forEach(BridgeConnection::end));
  }

  private void hear(String text) {
    try {
      var said = Envelope.read(text);
      switch (said.type()) {
        // That it is heard is enough; the official client complains of an answer.
        case "ping" -> {}
        case "register" -> register(said);
        case "unregister" -> unregister(said.address());
        case "send" -> send(said);
        default -> socket.refuse(said.replyAddress(), BridgeAddresses.denied());
      }
    } catch (Refusal noMessage) {
      socket.refuse("", noMessage);
    }
  }

  private void register(Envelope said) {
    var address = said.address();
    try {
      if (listening.size() >= ADDRESSES_MOST) {
        throw busy("too_many_addresses", "Listen to 20 addresses at most over one socket.");
      }
      if (listening.containsKey(address)) {
        throw new ProblemException(
            new Problem.Conflict("already_registered", "You listen to this already."));
      }
      listen(
          address,
          Start.of(Cursor.of("last_event_id", said.header("last_event_id")), new Start.Newest(0)));
    } catch (Refusal | ProblemException refused) {
      socket.refuse(address, refused);
    }
  }

  private void listen(String address, Start start) {
    var connection = new BridgeConnection(socket, address);
    var sight = addresses.sight(principal.owner(), address);
    listening.put(address, connection);
    connection.whenOver(() -> listening.remove(address, connection));
    sight
        .onSuccess(seen -> streams.tell(connection, seen, start))
        .onFailure(
            failure -> {
              socket.refuse(address, failure);
              connection.end();
            });
  }

  private void unregister(String address) {
    var connection = listening.get(address);
    if (connection != null) {
      connection.end();
    }
  }

  private void send(Envelope said) {
    try {
      if (!commands.has(said.address())) {
        throw BridgeAddresses.denied();
      }
      if (principal.readOnly()) {
        throw Refusal.readOnly();
      }
      if (unanswered >= COMMANDS_MOST) {
        throw busy("too_many_commands", "Wait for an answer before you send more.");
      }
    } catch (Refusal | ProblemException refused) {
      socket.refuse(said.replyAddress(), refused);
      return;
    }
    unanswered++;
    commands
        .run(principal.owner(), said)
        .onComplete(done -> unanswered--)
        .onSuccess(answer -> answer(said, answer))
        .onFailure(failure -> socket.refuse(said.replyAddress(), failure));
  }

  private void answer(Envelope said, Object answer) {
    if (!said.replyAddress().isEmpty()) {
      socket.deliver(said.replyAddress(), Answer.json(answer).toString());
    }
  }

  private static ProblemException busy(String code, String detail) {
    return new ProblemException(new Problem.Busy(code, detail, Duration.ofSeconds(1)));
  }
}
