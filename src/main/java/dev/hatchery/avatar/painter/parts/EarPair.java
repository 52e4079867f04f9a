package dev.hatchery.avatar.painter.parts;

import dev.hatchery.avatar.painter.Build;
import dev.hatchery.avatar.painter.Curve;
import dev.hatchery.avatar.painter.Form;
import dev.hatchery.avatar.painter.Phase;
import dev.hatchery.avatar.painter.Shapes;
import dev.hatchery.avatar.painter.Sketch;
import dev.hatchery.avatar.painter.Subject;
import dev.hatchery.avatar.painter.Tone;
import java.awt.Shape;

/** Two ears behind the head, drawn for the left one and mirrored. */
public final class EarPair {
  private EarPair() {}

  /** Draws the ears that lie behind the head. */
  public static void behind(Sketch sketch, Subject subject) {
    Tone skin = subject.build().coat() == Build.Coat.PANDA ? Tone.of("#3d3a4d") : subject.skin();
    switch (subject.build().ears()) {
      case POINTED ->
          pair(
              sketch,
              skin,
              "M172 196C142 150 134 100 144 58C184 84 222 122 236 160Z",
              "M168 164C152 132 150 106 153 86C178 104 198 126 208 150Z");
      case CAT ->
          pair(
              sketch,
              skin,
              "M150 204C134 158 134 112 146 82C184 96 212 120 230 150Z",
              "M158 180C148 150 148 124 153 104C176 114 194 130 206 148Z");
      case ROUND ->
          pair(
              sketch,
              skin,
              "M146 186C118 160 122 108 164 100C202 96 214 128 206 156Z",
              "M152 168C136 150 142 122 166 118C188 116 196 134 190 154Z");
      case BIG ->
          pair(
              sketch,
              skin,
              "M176 214C120 226 82 182 90 134C98 88 158 76 190 112C208 134 206 180 176 214Z",
              "M170 196C132 200 106 172 112 140C120 108 156 104 176 126C190 146 190 176 170 196Z");
      case LONG ->
          pair(
              sketch,
              skin,
              "M198 160C168 130 150 74 162 34C174 10 204 18 214 52C224 88 228 124 230 154Z",
              "M200 146C180 118 168 78 174 52C182 38 196 48 202 68C208 96 212 124 214 146Z");
      case LEAF ->
          pair(
              sketch,
              skin,
              "M176 170C140 186 98 176 76 146C108 118 152 122 186 148Z",
              "M166 164C140 170 116 164 100 148C122 136 148 140 172 154Z");
      case HUGE ->
          pair(
              sketch,
              skin,
              "M172 150C120 92 48 112 48 186C50 252 96 292 138 282C166 276 180 250 180 220Z",
              "M158 166C122 128 74 142 74 188C76 232 104 262 132 256C152 250 162 234 162 214Z");
      case ELF ->
          pair(
              sketch,
              skin,
              "M160 232C122 232 80 206 62 164C106 166 146 178 170 198Z",
              "M154 220C126 216 102 202 88 182C114 184 140 194 160 206Z");
      default -> {}
    }
  }

  /** Draws the ears that hang in front of the head. */
  public static void inFront(Sketch sketch, Subject subject) {
    if (subject.build().ears() == Build.Ears.FLOPPY) {
      Shape ear =
          Curve.of(
              "M188 134C150 122 112 152 106 206C102 250 118 276 140 270C164 262 168 216 176 186C180 168 196 150 188 134Z");
      sketch.form("ear", ear, subject.skin().deep()).shade(.22).light(.1);
      sketch.form("ear", Shapes.mirrored(ear), subject.skin().deep().back()).shade(.22);
    }
  }

  private static void pair(Sketch sketch, Tone skin, String outer, String inner) {
    Shape left = Curve.of(outer);
    Shape inside = Curve.of(inner);
    Tone lining = skin.pale();
    boolean dark = Math.min(skin.base().getRed(), skin.base().getGreen()) > 60;
    Form near = sketch.form("ear", left, skin).shade(.16).light(.12);
    near.patch(
        Phase.DETAIL,
        "inside of the ears",
        inside,
        dark ? skin.line() : lining.base(),
        dark ? .8 : .5);
    near.patch(
        Phase.DETAIL, "inside of the ears", Shapes.moved(inside, 2, 16), lining.shade(), .35);
    Form far = sketch.form("ear", Shapes.mirrored(left), skin.back()).shade(.2);
    far.patch(
        Phase.DETAIL,
        "inside of the ears",
        Shapes.mirrored(inside),
        dark ? skin.line() : lining.base(),
        dark ? .85 : .4);
  }
}
