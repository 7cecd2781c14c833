package io.politely.wording;

/** Where in its situation a letter stands. */
public sealed interface DraftStep {

  /**
   * One of the touches of the policy.
   *
   * @param number from 1 on; beyond the letters of a situation its last one is used
   */
  record Touch(int number) implements DraftStep {

    public Touch {
      if (number < 1) {
        throw new IllegalArgumentException("Touches are counted from 1, not " + number);
      }
    }
  }

  /** The end: nothing more is asked. */
  record Closing(Words words) implements DraftStep {}

  /** Somebody who knows them is asked to introduce us; the helper is the reader. */
  record Connector() implements DraftStep {}

  /** How a situation is closed. */
  enum Words {
    /** They owe nothing any more, and the door stays open. */
    RELEASE("release"),
    /** Whether to go on writing. */
    PERMISSION("permission"),
    /** The last touch, which says that it is the last. */
    LAST("last");

    private final String word;

    Words(String word) {
      this.word = word;
    }

    /** As the policy and the templates write it. */
    public String word() {
      return word;
    }
  }
}
