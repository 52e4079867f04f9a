package dev.hatchery.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/** Keys, whose texts no error repeats. */
final class SecretReader extends StdDeserializer<Secret> {
  private static final long serialVersionUID = 1;

  SecretReader() {
    super(Secret.class);
  }

  @Override
  public Secret deserialize(JsonParser in, DeserializationContext context) throws IOException {
    if (in.currentToken() != JsonToken.VALUE_STRING) {
      return context.reportInputMismatch(Secret.class, "write a key as text");
    }
    var secret = new Secret(in.getText());
    if (!secret.reveal().chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      return context.reportInputMismatch(
          Secret.class, "a key has no spaces and no letters beyond those of ASCII");
    }
    return secret;
  }
}
