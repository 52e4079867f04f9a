package dev.hatchery.avatar.painter;

/** How the creature feels, which the mouth, the brows and the blush show. */
public enum Mood {
  GENTLE("gentle kind calm patient quiet soft warm caring loving friendly sweet tender"),
  SHY("shy timid bashful nervous anxious modest lonely scared afraid blushing"),
  HAPPY(
      "happy cheerful jolly joyful merry excited playful bubbly bouncy laughing giggling energetic singing sings optimistic loud"),
  GRUMPY(
      "grumpy angry cranky stern serious stubborn gruff sour strict grumbling fierce furious moody"),
  SLEEPY("sleepy tired drowsy dreamy lazy yawning snoozing dozing"),
  BRAVE("brave bold courageous heroic proud fearless adventurous determined knight"),
  CURIOUS("curious wondering inquisitive nosy clever explorer inventive surprised astonished"),
  SLY(
      "sly mischievous cheeky sneaky naughty cunning trickster prankster witty sarcastic rascal thief pirate vampire"),
  SAD("sad melancholy gloomy wistful homesick crying weeping"),
  WISE("wise ancient elderly scholarly learned thoughtful");

  private final String words;

  Mood(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
