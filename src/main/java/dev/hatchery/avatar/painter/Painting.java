package dev.hatchery.avatar.painter;

import java.awt.Color;
import java.awt.Graphics2D;
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

  /** A blank painting of that many pixels a side, to be painted in so many steps. */
  Painting(Sketch sketch, int size, int steps) {
    this.schedule = new Schedule(sketch.cels(), steps);
    this.size = size;
    this.settled = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    for (Cel cel : sketch.cels()) {
      sheets.add(new Sheet(cel, schedule, size));
    }
    Graphics2D brush = settled.createGraphics();
    brush.setColor(new Color(0xf3ead8));
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
}
