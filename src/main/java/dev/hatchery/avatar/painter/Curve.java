package dev.hatchery.avatar.painter;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/** Closed curves and strokes written as the path data of SVG: {@code M L H V C Q Z}, both cases. */
public final class Curve {
  private final String text;
  private final Path2D.Double path = new Path2D.Double();
  private int at;

  private Curve(String text) {
    this.text = text;
  }

  /** The path of such data; a word that is no such data is a defect of ours. */
  public static Path2D of(String data) {
    return new Curve(data).read();
  }

  /** The path of such data, moved and stretched so that its bounds are the given box. */
  public static Shape fit(String data, double x, double y, double width, double height) {
    Path2D path = of(data);
    Rectangle2D box = path.getBounds2D();
    AffineTransform move = AffineTransform.getTranslateInstance(x, y);
    move.scale(width / box.getWidth(), height / box.getHeight());
    move.translate(-box.getX(), -box.getY());
    return move.createTransformedShape(path);
  }

  private Path2D read() {
    char command = 'M';
    while (more()) {
      if (Character.isLetter(text.charAt(at))) {
        command = text.charAt(at++);
      }
      step(command);
      command = command == 'M' ? 'L' : command == 'm' ? 'l' : command;
    }
    return path;
  }

  private void step(char command) {
    Point2D pen = path.getCurrentPoint();
    boolean relative = Character.isLowerCase(command);
    double dx = relative && pen != null ? pen.getX() : 0;
    double dy = relative && pen != null ? pen.getY() : 0;
    switch (Character.toUpperCase(command)) {
      case 'M' -> path.moveTo(dx + number(), dy + number());
      case 'L' -> path.lineTo(dx + number(), dy + number());
      case 'H' -> path.lineTo(dx + number(), pen.getY());
      case 'V' -> path.lineTo(pen.getX(), dy + number());
      case 'Q' -> path.quadTo(dx + number(), dy + number(), dx + number(), dy + number());
      case 'C' ->
          path.curveTo(
              dx + number(),
              dy + number(),
              dx + number(),
              dy + number(),
              dx + number(),
              dy + number());
      case 'Z' -> path.closePath();
      default -> throw new IllegalArgumentException("no such path command: " + command);
    }
  }

  private boolean more() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == ',')) {
      at++;
    }
    return at < text.length();
  }

  private double number() {
    more();
    int from = at++;
    while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    return Double.parseDouble(text.substring(from, at));
  }
}
