package io.politely.today.web;

import io.politely.ledger.Move;
import io.politely.web.Chip;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** The words that pages have for the moves. */
enum MoveWord {
  OURS("ours", "Your move"),
  THEIRS("theirs", "Their move"),
  SCHEDULED("scheduled", "Scheduled"),
  UNSURE("unsure", "Unsure"),
  NOBODYS("nobodys", "Nobody’s"),
  CLOSED("closed", "Closed");

  private final String label;
  private final String word;

  MoveWord(String label, String word) {
    this.label = label;
    this.word = word;
  }

  /** The word for a move as it stands now: what was put off until a moment that came is ours. */
  static MoveWord of(Move move, Instant now) {
    return switch (move) {
      case Move.Ours _ -> OURS;
      case Move.Theirs _ -> THEIRS;
      case Move.Scheduled scheduled -> scheduled.until().isAfter(now) ? SCHEDULED : OURS;
      case Move.Nobodys _ -> NOBODYS;
      case Move.Closed _ -> CLOSED;
      case Move.Unsure _ -> UNSURE;
    };
  }

  /** The word that stands for a move in addresses. */
  static Optional<MoveWord> labelled(String label) {
    return Arrays.stream(values()).filter(word -> word.label.equals(label)).findFirst();
  }

  String label() {
    return label;
  }

  String word() {
    return word;
  }

  Chip chip() {
    return new Chip(label, word);
  }
}
