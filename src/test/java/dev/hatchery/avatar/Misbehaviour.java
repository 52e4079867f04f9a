package dev.hatchery.avatar;

import java.time.Duration;
import java.util.Locale;

/**
 * What {@code renderers/misbehaves.py} can do wrong, and how that must end: with a picture when the
 * code is empty, and else with a stand-in that says why.
 */
enum Misbehaviour {
  HANGS("too_long", "The painter did not begin within 1 s and was stopped.", Haste.BEGIN),
  FALLS_SILENT("silent", Sentence.SILENT, Haste.TALK),
  NEVER_ENDS("too_long", "The painter took more than 1 s and was stopped.", Haste.END),
  IGNORES_TERM("silent", Sentence.SILENT, Haste.TALK),
  STOPS_ITSELF("silent", Sentence.SILENT, Haste.TALK),
  LETS_GO_OF_ITS_TERMINAL("silent", Sentence.SILENT, Haste.TALK),

  LEAVES_GRANDCHILDREN,
  LEAVES_A_TALKER,
  WAITS_WITH_GRANDCHILDREN("silent", Sentence.SILENT, Haste.TALK),

  FLOODS,
  FLOODS_WITHOUT_ANY_END,
  SAYS_LONG_LINES,
  SAYS_HALF_CHARACTERS,
  SAYS_ABSURD_THINGS,
  SAYS_THE_SAME_TEN_THOUSAND_TIMES,

  PAINTS_NOTHING("no_picture", "The painter ended without a picture."),
  FAILS_WITH_A_PICTURE("crashed", "The painter crashed (exit code 1)."),
  IS_KILLED("killed", "The painter was killed (memory?)."),
  CRASHES("crashed", "The painter crashed (signal 11)."),
  PAINTS_AN_EMPTY_FILE("bad_picture", "The painter wrote an empty picture."),
  PAINTS_HALF("bad_picture", "The painter wrote a truncated picture."),
  PAINTS_TOO_FEW_ROWS("bad_picture", "The painter wrote a picture that cannot be read."),
  PAINTS_SVG("bad_picture", "The painter wrote a file that is neither PNG nor JPEG."),
  PAINTS_A_PAGE("bad_picture", "The painter wrote a file that is neither PNG nor JPEG."),
  CLAIMS_ENORMOUS_SIDES(
      "bad_picture",
      "The painter wrote a picture of 100000 × 100000 pixels, more than 4096 × 4096."),
  PAINTS_MORE_THAN_64_MIB("bad_picture", "The painter wrote a picture of more than 64 MiB."),
  HIDES_A_BOMB,
  MAKES_A_PIPE("bad_picture", Sentence.ODD),
  MAKES_A_LINK("bad_picture", Sentence.ODD),
  MAKES_A_LINK_TO_OUR_SECRETS("bad_picture", Sentence.ODD),
  MAKES_A_LINK_TO_A_DEVICE("bad_picture", Sentence.ODD),
  MAKES_A_DIRECTORY("bad_picture", Sentence.ODD),
  FILLS_ITS_DIRECTORY;

  // An enum's constants come before its own fields.
  private static final class Sentence {
    static final String SILENT = "The painter went silent for 1 s and was stopped.";
    static final String ODD =
        "The painter left something that is not a plain file instead of a picture.";
  }

  /** Which patience is short. */
  private enum Haste {
    BEGIN,
    TALK,
    END,
    NONE
  }

  final String code;
  final String sentence;
  private final Haste haste;

  Misbehaviour() {
    this("", "");
  }

  Misbehaviour(String code, String sentence) {
    this(code, sentence, Haste.NONE);
  }

  Misbehaviour(String code, String sentence, Haste haste) {
    this.code = code.isEmpty() ? "" : "renderer_" + code;
    this.sentence = sentence;
    this.haste = haste;
  }

  Timeouts timeouts() {
    return new Timeouts(patience(Haste.BEGIN), patience(Haste.TALK), patience(Haste.END));
  }

  /** As the program knows it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private Duration patience(Haste which) {
    return haste == which ? Duration.ofSeconds(1) : Duration.ofMinutes(2);
  }
}
