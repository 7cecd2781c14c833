package io.politely.pursuits;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How an outcome is told. */
public enum Way {
  MAIL("By mail"),
  PHONE("By phone"),
  IN_PERSON("In person");

  private final String said;

  Way(String said) {
    this.said = said;
  }

  /** The word for it in tables, addresses and forms. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How a page says it. */
  public String said() {
    return said;
  }

  /** What a word stands for. */
  public static Optional<Way> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
