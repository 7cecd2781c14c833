package io.politely.pursuits;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is shown or sent for a pursuit. */
public enum MaterialKind {
  RESUME("Résumé"),
  COVER_LETTER("Cover letter"),
  PITCH("Pitch"),
  WORK_SAMPLE("Work sample"),
  OTHER("Something else");

  private final String said;

  MaterialKind(String said) {
    this.said = said;
  }

  /** The word for it in tables and forms. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How a page says it. */
  public String said() {
    return said;
  }

  /** What a word stands for. */
  public static Optional<MaterialKind> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
