package dev.hatchery.protocol;

/** The forms of what a tool makes. */
public enum ArtifactKind {
  CARDS,
  EQUATION,
  TABLE,
  CHART,
  WORDS;

  /** The form of this. */
  public static ArtifactKind of(ArtifactContent content) {
    return switch (content) {
      case ArtifactContent.Cards c -> CARDS;
      case ArtifactContent.Equation e -> EQUATION;
      case ArtifactContent.Table t -> TABLE;
      case ArtifactContent.Chart c -> CHART;
      case ArtifactContent.Words w -> WORDS;
    };
  }
}
