package dev.hatchery.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
public final class Version implements IVersionProvider {
  private static final String RESOURCE = "version.properties";

  @Override
  public String[] getVersion() {
    return new String[] {
      "Hatchery %s (Java %s, %s)"
          .formatted(
              number(), System.getProperty("java.version"), System.getProperty("java.vendor"))
    };
  }

  /** The version of this build; nothing where it was not built by Maven. */
  public static String number() {
    try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
      var properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty("version", "");
    } catch (IOException e) {
      throw new IllegalStateException("the version cannot be read", e);
    }
  }
}
