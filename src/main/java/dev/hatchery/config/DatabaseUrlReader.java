package dev.hatchery.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/** Addresses of databases, whose texts no error repeats. */
final class DatabaseUrlReader extends StdDeserializer<DatabaseUrl> {
  private static final long serialVersionUID = 1;

  DatabaseUrlReader() {
    super(DatabaseUrl.class);
  }

  @Override
  public DatabaseUrl deserialize(JsonParser in, DeserializationContext context) throws IOException {
    return in.currentToken() == JsonToken.VALUE_STRING
        ? DatabaseUrl.of(in.getText())
        : context.reportInputMismatch(DatabaseUrl.class, "write an address as text");
  }
}
