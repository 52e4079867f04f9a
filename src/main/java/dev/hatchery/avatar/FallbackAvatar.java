package dev.hatchery.avatar;

import dev.hatchery.avatar.painter.Build;
import dev.hatchery.avatar.painter.Dice;
import dev.hatchery.avatar.painter.Plan;
import dev.hatchery.avatar.painter.Subject;
import dev.hatchery.avatar.painter.Tone;
import dev.hatchery.protocol.Persona;
import java.awt.Color;

/**
 * The picture that stands in when no painting came: flat paper cut on cream, plainly no painting.
 *
 * <p>Nothing from outside gets into the markup but one letter or digit, the initial: shapes and
 * colours are chosen from our own by the words.
 */
final class FallbackAvatar {
  private static final String PAPER = "#e9dcc6";
  private static final String INK = "#3b1f2a";

  /** An SVG document of 512 by 512 units for this persona; the same persona gets the same one. */
  String svg(Persona persona) {
    String words = persona.avatarPrompt();
    Subject subject = Subject.of(words, new Dice(words, 0));
    Tone skin = subject.skin();
    String head = hex(skin.base());
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 512 512\" width=\"512\" height=\"512\">"
        + "<rect width=\"512\" height=\"512\" fill=\""
        + PAPER
        + "\"/>"
        + "<circle cx=\"256\" cy=\"238\" r=\"150\" fill=\""
        + hex(disc(subject))
        + "\"/>"
        + top(subject, head)
        + path("M106 512C106 400 170 330 256 330C342 330 406 400 406 512Z", hex(skin.deep().base()))
        + path(
            "M256 124C330 124 378 176 378 246C378 316 326 352 256 352C186 352 134 316 134 246C134 176 182 124 256 124Z",
            head)
        + crown(subject)
        + "<circle cx=\"206\" cy=\"236\" r=\"15\" fill=\""
        + INK
        + "\"/><circle cx=\"306\" cy=\"236\" r=\"15\" fill=\""
        + INK
        + "\"/>"
        + "<path d=\"M238 276Q256 288 274 276\" fill=\"none\" stroke=\""
        + INK
        + "\" stroke-width=\"6\" stroke-linecap=\"round\"/>"
        + initial(persona.name(), skin)
        + "</svg>";
  }

  /** A disc that stands out from the head. */
  private static Color disc(Subject subject) {
    return new Color(
        mixed(subject.accent().light().getRed(), subject.skin().light().getRed()),
        mixed(subject.accent().light().getGreen(), subject.skin().light().getGreen()),
        mixed(subject.accent().light().getBlue(), subject.skin().light().getBlue()));
  }

  private static int mixed(int a, int b) {
    return (2 * a + b) / 3;
  }

  /** What is behind the head: ears or wings, by the kind of creature. */
  private static String top(Subject subject, String color) {
    if (subject.species().plan() != Plan.CRITTER) {
      return "";
    }
    return switch (subject.build().ears()) {
      case POINTED, CAT -> pair("M150 214L150 84L244 150Z", color);
      case ROUND, BIG -> pair("M104 144A46 46 0 1 1 196 144A46 46 0 1 1 104 144Z", color);
      case LONG -> pair("M176 160C150 100 152 40 184 36C216 40 226 100 224 150Z", color);
      case FLOPPY, HUGE -> pair("M170 140C100 130 76 200 92 268C120 290 150 270 156 230Z", color);
      case LEAF, ELF -> pair("M160 200C110 196 84 170 78 132C124 132 160 150 180 180Z", color);
      case NONE -> "";
    };
  }

  /** What is on top of the head: the zigzag of paper that belongs to the kind of creature. */
  private static String crown(Subject subject) {
    String color = hex(subject.accent().base());
    if (subject.build().horns() != Build.Horns.NONE) {
      return path("M190 146L176 70L226 128ZM322 146L336 70L286 128Z", color);
    }
    return switch (subject.species().plan()) {
      case CRITTER -> subject.build().ears() == Build.Ears.NONE ? zigzag(color) : "";
      case BOULDERS, GHOST, SERPENT -> zigzag(color);
      case UPRIGHT -> path("M216 134L206 70L256 112L306 70L296 134Z", color);
      case DOME ->
          path(
              "M176 160C150 110 206 76 236 104C256 64 330 76 326 116C366 116 362 156 336 162Z",
              color);
      case SNAIL, INSECT, CRAB ->
          path("M210 134L180 66L196 62L228 128ZM302 134L332 66L316 62L284 128Z", color);
      case ROBOT -> path("M248 126V84H264V126ZM238 66H274V90H238Z", color);
      case SWIMMER -> path("M196 138C206 92 260 76 316 84C300 100 300 120 308 138Z", color);
      case PLANT ->
          path(
              "M256 134C220 120 206 84 220 60C252 70 264 104 256 134ZM256 134C292 126 316 98 310 66C276 70 254 100 256 134Z",
              color);
      case CELESTIAL ->
          path(
              "M256 48L268 82L304 84L276 106L286 140L256 120L226 140L236 106L208 84L244 82Z",
              color);
      case TURTLE -> path("M206 132A50 50 0 0 1 306 132Z", color);
    };
  }

  private static String zigzag(String color) {
    return path("M206 132L228 72L256 118L284 72L306 132Z", color);
  }

  private static String pair(String left, String color) {
    return path(left, color)
        + "<g transform=\"matrix(-1 0 0 1 512 0)\">"
        + path(left, color)
        + "</g>";
  }

  private static String path(String data, String color) {
    return "<path d=\"" + data + "\" fill=\"" + color + "\"/>";
  }

  /** The first letter or digit of the name, or nothing; no such character has a meaning in XML. */
  private static String initial(String name, Tone skin) {
    int letter = name.codePoints().filter(Character::isLetterOrDigit).findFirst().orElse(0);
    if (letter == 0) {
      return "";
    }
    return "<text x=\"256\" y=\"452\" text-anchor=\"middle\" font-family=\"Georgia,serif\" font-weight=\"700\" font-size=\"88\" fill=\""
        + hex(skin.pale().base())
        + "\">"
        + Character.toString(Character.toUpperCase(letter))
        + "</text>";
  }

  private static String hex(Color color) {
    String digits = Integer.toHexString(color.getRGB() & 0xffffff);
    return "#" + "0".repeat(6 - digits.length()) + digits;
  }
}
