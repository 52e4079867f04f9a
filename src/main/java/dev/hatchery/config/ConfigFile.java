package dev.hatchery.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hatchery.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the configuration: the defaults, over them the variables of the models' vendors, over them
 * a file, over it the environment.
 */
public final class ConfigFile {
  private static final String DEFAULTS = "/conf/hatchery.json";
  private static final int TEXT_MOST = 200 * 1024;

  private final JsonMapper mapper =
      Json.strict(TEXT_MOST)
          .addModule(
              new SimpleModule()
                  .addDeserializer(Duration.class, new DurationReader())
                  .addDeserializer(Secret.class, new SecretReader())
                  .addDeserializer(DatabaseUrl.class, new DatabaseUrlReader()))
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  /**
   * The settings of one start.
   *
   * @param file overrides some of the defaults, or null
   * @param environment overrides both
   * @param flags override all, as paths such as {@code http.port}
   * @throws ConfigException with a sentence that names the key
   */
  public Config read(
      @Nullable Path file, Map<String, String> environment, Map<String, String> flags) {
    var tree = defaults();
    VendorVariables.lay(environment, tree);
    if (file != null) {
      overlay("", tree, tree(file));
    }
    var overrides = new Overrides(mapper, tree);
    overrides.environment(environment);
    overrides.flags(flags);
    new RendererDefaults(mapper, environment).complete(tree);
    new ToolDefaults(mapper).complete(tree);
    HostName.complete(tree);
    return bind(tree);
  }

  private ObjectNode defaults() {
    try (InputStream in = ConfigFile.class.getResourceAsStream(DEFAULTS)) {
      return (ObjectNode) mapper.readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException("the defaults cannot be read", e);
    }
  }

  private ObjectNode tree(Path file) {
    try {
      if (mapper.readTree(Files.readString(file)) instanceof ObjectNode tree) {
        return tree;
      }
      throw new ConfigException(file + " must hold one JSON object");
    } catch (NoSuchFileException e) {
      throw new ConfigException("the configuration file " + file + " does not exist");
    } catch (JsonProcessingException e) {
      throw new ConfigException(file + " is not valid JSON: " + wrong(e));
    } catch (IOException e) {
      throw new ConfigException("the configuration file " + file + " cannot be read");
    }
  }

  /** What is wrong and where, without the words that stand there: one of them may be a key. */
  private static String wrong(JsonProcessingException e) {
    var where = e.getLocation();
    var what = Objects.toString(e.getOriginalMessage()).replaceAll("oken '[^']*'", "oken");
    return where == null
        ? what
        : "%s (line %d, column %d)".formatted(what, where.getLineNr(), where.getColumnNr());
  }

  private static void overlay(String path, ObjectNode below, ObjectNode above) {
    for (var entry : above.properties()) {
      var key = path + entry.getKey();
      if (below.get(entry.getKey()) instanceof ObjectNode lower) {
        if (!(entry.getValue() instanceof ObjectNode upper)) {
          throw new ConfigException("%s must be an object, as in {}".formatted(key));
        }
        overlay(key + ".", lower, upper);
      } else {
        below.set(entry.getKey(), entry.getValue());
      }
    }
  }

  private Config bind(JsonNode tree) {
    try {
      return mapper.treeToValue(tree, Config.class);
    } catch (JsonProcessingException e) {
      throw new ConfigException(sentence(e));
    }
  }

  private static String sentence(JsonProcessingException e) {
    if (e.getCause() instanceof ConfigException known) {
      return Objects.toString(known.getMessage());
    }
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "%s is not a setting of Hatchery; known here are %s"
          .formatted(path(unknown), unknown.getKnownPropertyIds());
    }
    return e instanceof JsonMappingException mapping
        ? "%s is not right: %s".formatted(path(mapping), mapping.getOriginalMessage())
        : Objects.toString(e.getOriginalMessage());
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."));
  }
}
