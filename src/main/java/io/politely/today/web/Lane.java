package io.politely.today.web;

import io.politely.ledger.OpenCounts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One of the lists of Today. */
enum Lane {
  OURS(
      "ours",
      "Your move",
      "Somebody waits for you. Broken promises come first, then the longest wait.",
      "Nobody waits for you. Enjoy it, or look at what others owe you.",
      8),
  THEIRS(
      "theirs",
      "Their move",
      "You asked, or they promised. Each says when a friendly reminder is due.",
      "Nobody owes you an answer.",
      6),
  SCHEDULED(
      "scheduled",
      "Scheduled",
      "Put off by their words or by you, until a day. Each comes back by itself.",
      "Nothing is put off.",
      5),
  UNSURE(
      "unsure",
      "Unsure",
      "The messages do not tell. One click from you is better than a guess.",
      "Nothing is in doubt.",
      4);

  private final String key;
  private final String title;
  private final String about;
  private final String empty;
  private final int atFirst;

  Lane(String key, String title, String about, String empty, int atFirst) {
    this.key = key;
    this.title = title;
    this.about = about;
    this.empty = empty;
    this.atFirst = atFirst;
  }

  /** The lane that an address names. */
  static Optional<Lane> of(String key) {
    return Arrays.stream(values()).filter(lane -> lane.key.equals(key)).findFirst();
  }

  String key() {
    return key;
  }

  String title() {
    return title;
  }

  /** What it holds, in a line. */
  String about() {
    return about;
  }

  /** What it says with nothing in it. */
  String empty() {
    return empty;
  }

  /** How many rows it has where all lanes are shown. */
  int atFirst() {
    return atFirst;
  }

  /** What its rows offer first. */
  List<Act> acts() {
    return switch (this) {
      case OURS, THEIRS -> List.of(Act.SETTLE);
      case SCHEDULED -> List.of(Act.BRING_BACK);
      case UNSURE -> List.of(Act.OURS, Act.THEIRS, Act.NOBODYS);
    };
  }

  /** What else its rows offer. */
  List<Act> more() {
    return switch (this) {
      case OURS -> List.of(Act.THEIRS, Act.NOT_MINE);
      case THEIRS -> List.of(Act.OURS, Act.NOT_MINE);
      case SCHEDULED -> List.of(Act.SETTLE, Act.THEIRS, Act.NOT_MINE);
      case UNSURE -> List.of(Act.SETTLE);
    };
  }

  long countIn(OpenCounts counts) {
    return switch (this) {
      case OURS -> counts.ours();
      case THEIRS -> counts.theirs();
      case SCHEDULED -> counts.scheduled();
      case UNSURE -> counts.unsure();
    };
  }
}
