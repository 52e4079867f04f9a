package dev.hatchery.cli.exec;

import dev.hatchery.cli.screen.SafeText;
import dev.hatchery.cli.screen.Wrap;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A command line as people may see it: short, harmless, and without what is nobody's business. */
public final class CommandText {
  private static final int COLUMNS_MOST = 120;
  private static final String HIDDEN = "…";
  private static final String SECRETS = "(?:password|passwd|secret|token|api[-_]?key|credential)";
  private static final Pattern SECRET_FLAG =
      Pattern.compile("-{1,2}[\\w-]*" + SECRETS + "[\\w-]*", Pattern.CASE_INSENSITIVE);
  private static final Pattern SECRET_VALUE =
      Pattern.compile("([\\w-]*" + SECRETS + "[\\w-]*[=:]).+", Pattern.CASE_INSENSITIVE);
  private static final Pattern USER_IN_ADDRESS = Pattern.compile("://[^/@\\s]*@");
  private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./…-]+");

  private CommandText() {}

  /** The words in one line, quoted where a shell would need it. */
  public static String of(List<String> command) {
    var words = new ArrayList<String>();
    var hide = false;
    for (var word : command) {
      words.add(hide ? HIDDEN : quoted(open(SafeText.of(word))));
      hide = !hide && SECRET_FLAG.matcher(word).matches();
    }
    return Wrap.fit(String.join(" ", words), COLUMNS_MOST);
  }

  private static String open(String word) {
    var hidden = SECRET_VALUE.matcher(word).replaceFirst("$1" + HIDDEN);
    return USER_IN_ADDRESS.matcher(hidden).replaceAll("://" + HIDDEN + "@");
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word + "'";
  }
}
