package dev.hatchery.avatar.painter;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** The picture while it is being painted: each mark is made once, on its own cel, at its stage. */
final class Painting {
  private final Schedule schedule;
  private final int size;
  private final List<Sheet> sheets = new ArrayList<>();
  private final BufferedImage settled;
  private int settledSheets;

  /** A blank painting of that many pixels a side. */
  Painting(Sketch sketch, int size) {
    this.schedule = new Schedule(sketch.cels());
    this.size = size;
    this.settled = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    for (Cel cel : sketch.cels()) {
      sheets.add(new Sheet(cel));
    }
    Graphics2D brush = settled.createGraphics();
    brush.setColor(new java.awt.Color(0xf3ead8));
    brush.fillRect(0, 0, size, size);
    brush.dispose();
  }

  /** What is painted at stage 1..40. */
  String nameOf(int stage) {
    return schedule.nameOf(stage);
  }

  /** Paints all that is due at the stage, 0 ≤ t ≤ 40, and shows the picture as it is then. */
  BufferedImage at(double stage) {
    for (Sheet sheet : sheets) {
      sheet.paintUntil(stage);
    }
    settle();
    BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = picture.createGraphics();
    brush.drawImage(settled, 0, 0, null);
    for (Sheet sheet : sheets.subList(settledSheets, sheets.size())) {
      sheet.showOn(brush, stage);
    }
    brush.dispose();
    return picture;
  }

  /** Finished sheets at the back of the stack never change again, so they become one. */
  private void settle() {
    Graphics2D brush = settled.createGraphics();
    while (settledSheets < sheets.size() && sheets.get(settledSheets).finished()) {
      sheets.get(settledSheets++).showOn(brush, Phase.STAGES);
    }
    brush.dispose();
  }

  /** A cel with its pixels. */
  private final class Sheet {
    private final Cel cel;
    private final List<Mark> due;
    private final int x;
    private final int y;
    private final BufferedImage image;

    Sheet(Cel cel) {
      this.cel = cel;
      due = new ArrayList<>(cel.marks());
      due.sort(java.util.Comparator.comparingDouble(schedule::timeOf));
      double scale = size / Sketch.SIZE;
      Rectangle2D box = cel.bounds();
      x = (int) Math.floor(box.getX() * scale);
      y = (int) Math.floor(box.getY() * scale);
      int width = Math.max(1, (int) Math.ceil(box.getMaxX() * scale) - x);
      int height = Math.max(1, (int) Math.ceil(box.getMaxY() * scale) - y);
      image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
    }

    boolean finished() {
      return due.isEmpty() && cel.stays();
    }

    void paintUntil(double stage) {
      if (due.isEmpty() || schedule.timeOf(due.getFirst()) > stage + 1e-9) {
        return;
      }
      Graphics2D brush = brush();
      while (!due.isEmpty() && schedule.timeOf(due.getFirst()) <= stage + 1e-9) {
        due.removeFirst().paintOn(brush);
      }
      brush.dispose();
    }

    void showOn(Graphics2D brush, double stage) {
      if (cel.shownAt(stage)) {
        brush.drawImage(image, x, y, null);
      }
    }

    private Graphics2D brush() {
      Graphics2D brush = image.createGraphics();
      brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      brush.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      brush.translate(-x, -y);
      brush.scale(size / Sketch.SIZE, size / Sketch.SIZE);
      return brush;
    }
  }
}
