package dev.hatchery.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hatchery.json.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the messages of a bridge lie in the frames of its WebSocket. */
enum BridgeFraming {
  /** Each in a frame of its own. */
  PLAIN {
    @Override
    Optional<String> opening() {
      return Optional.empty();
    }

    @Override
    List<String> messages(String frame) {
      return List.of(frame);
    }

    @Override
    byte[] frame(String message) {
      return message.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    Optional<String> closing(Socket.Close why) {
      return Optional.empty();
    }
  },

  /** As SockJS clients have it: texts in a list, and a letter that says what a frame is. */
  SOCKJS {
    @Override
    Optional<String> opening() {
      return Optional.of("o");
    }

    @Override
    List<String> messages(String frame) {
      var messages = new ArrayList<String>();
      for (var text : list(frame)) {
        if (!text.isTextual()) {
          throw noFrame();
        }
        messages.add(text.textValue());
      }
      return messages;
    }

    @Override
    byte[] frame(String message) {
      return ("a" + Answer.json(List.of(message))).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    Optional<String> closing(Socket.Close why) {
      return Optional.of("c" + Answer.json(List.of(why.code(), why.reason())));
    }
  };

  /** What is sent first. */
  abstract Optional<String> opening();

  /**
   * The messages in a client's frame.
   *
   * @throws Refusal when it is none
   */
  abstract List<String> messages(String frame);

  /** The frame for a message. */
  abstract byte[] frame(String message);

  /** What is sent last. */
  abstract Optional<String> closing(Socket.Close why);

  private static JsonNode list(String frame) {
    try {
      var list = StrictJson.read(frame.getBytes(StandardCharsets.UTF_8));
      if (list.isArray()) {
        return list;
      }
    } catch (IOException e) {
      // It gets the same sentence as any other text that is no frame.
    }
    throw noFrame();
  }

  private static Refusal noFrame() {
    return Refusal.malformed("malformed_message", "A frame of SockJS is a list of texts.");
  }
}
