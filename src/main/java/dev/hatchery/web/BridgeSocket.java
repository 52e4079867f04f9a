package dev.hatchery.web;

import dev.hatchery.web.Socket.Close;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What a bridge says to one client, over the socket that all its addresses share. */
final class BridgeSocket {
  private final Socket socket;
  private final BridgeFraming framing;
  private final Set<Runnable> drained = new LinkedHashSet<>();
  private boolean ended;

  BridgeSocket(Socket socket, BridgeFraming framing) {
    this.socket = socket;
    this.framing = framing;
  }

  /** Begins; what the client says is heard, and what to do once it is gone. */
  void begin(Consumer<String> heard, Runnable gone) {
    socket.on(() -> List.copyOf(drained).forEach(Runnable::run), gone);
    socket.hear(frame -> hear(frame, heard));
    framing.opening().ifPresent(this::raw);
  }

  /** Runs whenever the client takes more, until it is removed. */
  void onDrained(Runnable run) {
    drained.add(run);
  }

  void offDrained(Runnable run) {
    drained.remove(run);
  }

  /** Sends what happens under an address; {@code body} is JSON. */
  void deliver(String address, String body) {
    write("{\"type\":\"rec\",\"address\":" + Answer.json(address) + ",\"body\":" + body + "}");
  }

  /** Says why something is refused, to whoever waits at this address, or to the client itself. */
  void refuse(String address, Throwable failure) {
    var problem = ProblemHandler.members(failure);
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("type", "err");
    if (!address.isEmpty()) {
      message.put("address", address);
    }
    message.put("failureCode", problem.get("status"));
    message.put("failureType", problem.get("code"));
    message.put("message", problem.get("detail"));
    message.put("body", problem);
    write(Answer.json(message).toString());
  }

  boolean full() {
    return socket.full();
  }

  boolean over() {
    return ended || socket.over();
  }

  long stalled(long now) {
    return socket.stalled(now);
  }

  void end(Close why) {
    if (!over()) {
      ended = true;
      framing.closing(why).ifPresent(this::raw);
      socket.end(why);
    }
  }

  void cut() {
    socket.cut();
  }

  private void hear(String frame, Consumer<String> heard) {
    try {
      framing.messages(frame).forEach(heard);
    } catch (Refusal noFrame) {
      refuse("", noFrame);
      end(Close.POLICY);
    }
  }

  private void write(String message) {
    if (!over()) {
      socket.write(framing.frame(message));
    }
  }

  private void raw(String frame) {
    socket.write(frame.getBytes(StandardCharsets.UTF_8));
  }
}
