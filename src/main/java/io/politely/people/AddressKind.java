package io.politely.people;

/** What is behind an address. */
public enum AddressKind {
  /** Somebody. */
  PERSON("person"),
  /** A desk, whoever sits there: {@code jobs@}, {@code info@}. */
  ROLE("role"),
  /** A mailing list: everybody who subscribed. */
  LIST("list"),
  /** A machine: nobody reads an answer. */
  AUTOMATIC("automatic"),
  /** Nobody any more: all that named them was taken back. */
  NOBODY("nobody");

  private final String word;

  AddressKind(String word) {
    this.word = word;
  }

  /** The word for it in pages and tables. */
  public String word() {
    return word;
  }

  /** The kind that a word stands for. */
  static AddressKind of(String word) {
    for (var kind : values()) {
      if (kind.word.equals(word)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("No kind of address is called " + word);
  }
}
