package io.politely.ledger;

/** The words for the moves in tables, addresses and searches. */
enum MoveLabel {
  OURS("ours"),
  THEIRS("theirs"),
  SCHEDULED("scheduled"),
  NOBODYS("nobodys"),
  CLOSED("closed"),
  UNSURE("unsure");

  private final String word;

  MoveLabel(String word) {
    this.word = word;
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
