package io.politely.ledger;

/** The words for the moves in tables, addresses and searches. */
enum MoveLabel {
  OURS("ours", "your move"),
  THEIRS("theirs", "their move"),
  SCHEDULED("scheduled", "scheduled"),
  NOBODYS("nobodys", "nobody’s move"),
  CLOSED("closed", "closed"),
  UNSURE("unsure", "not sure");

  private final String word;
  private final String phrase;

  MoveLabel(String word, String phrase) {
    this.word = word;
    this.phrase = phrase;
  }

  /** As it is told to the user. */
  String phrase() {
    return phrase;
  }

  String word() {
    return word;
  }

  static MoveLabel of(Move move) {
    return switch (move) {
      case Move.Ours _ -> OURS;
      case Move.Theirs _ -> THEIRS;
      case Move.Scheduled _ -> SCHEDULED;
      case Move.Nobodys _ -> NOBODYS;
      case Move.Closed _ -> CLOSED;
      case Move.Unsure _ -> UNSURE;
    };
  }

  static MoveLabel of(String word) {
    for (var label : values()) {
      if (label.word.equals(word)) {
        return label;
      }
    }
    throw new IllegalArgumentException("No move is called " + word);
  }
}
