package dev.hatchery;

/** Main. */
public final class Hatchery {
  private Hatchery() {}

  public static void main(String[] args) {
    System.out.println("Hatchery");
  }
}
