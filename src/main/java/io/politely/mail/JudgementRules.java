package io.politely.mail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which message does a mail without reply headers answer? A logistic score over subject, people,
 * quoted text and time, after part (a) of the methods: each term says what it is worth.
 */
final class JudgementRules {

  /** From here on two messages are joined. */
  static final double JOIN = 0.8;

  /** From here on a join is suggested. */
  static final double SUGGEST = 0.5;

  private static final Duration OLDEST_PARENT = Duration.ofDays(90);
  private static final int MOST_CANDIDATES = 50;
  private static final int SHINGLE = 5;

  private JudgementRules() {}

  /**
   * The texts of a message that was or may be answered.
   *
   * @param newest what its writer added
   * @param quoted the beginning of what it quotes, or ""
   */
  record Texts(String newest, String quoted) {}

  /** The most likely parent and why. */
  record Answer(Threadable parent, double confidence, String reason) {}

  /** Whether a message without reply headers looks like an answer at all. */
  static boolean mayAnswer(Threadable message, boolean quotes) {
    return !message.hasReplyHeaders()
        && !SubjectRules.base(message.subject()).isEmpty()
        && (SubjectRules.saysReply(message.subject()) || quotes);
  }

  /**
   * The best parent among earlier messages with the same base subject.
   *
   * @param candidates in canonical order, all before {@code message}
   */
  static Optional<Answer> bestParent(
      Threadable message, List<Threadable> candidates, Map<MessageId, Texts> texts) {
    var quoted = shingles(texts.getOrDefault(message.id(), new Texts("", "")).quoted());
    Optional<Answer> best = Optional.empty();
    int looked = 0;
    for (var candidate : candidates.reversed()) {
      var apart = Duration.between(candidate.sentAt(), message.sentAt());
      if (apart.compareTo(OLDEST_PARENT) > 0 || ++looked > MOST_CANDIDATES) {
        break;
      }
      var text = texts.getOrDefault(candidate.id(), new Texts("", "")).newest();
      var answer = score(message, candidate, apart, quoted, text);
      if (best.isEmpty() || answer.confidence() > best.get().confidence()) {
        best = Optional.of(answer);
      }
    }
    return best.filter(answer -> answer.confidence() >= SUGGEST);
  }

  private static Answer score(
      Threadable message,
      Threadable parent,
      Duration apart,
      Set<String> quoted,
      String parentText) {
    var reasons = new ArrayList<String>();
    reasons.add("same subject");
    double odds = -2.0;
    if (SubjectRules.saysReply(message.subject())) {
      odds += 1.5;
    } else if (SubjectRules.saysForward(message.subject())) {
      odds -= 0.5;
    }
    if (SubjectRules.isGeneric(SubjectRules.base(message.subject()))) {
      odds -= 2.5;
    }
    odds += 2.0 * overlap(message, parent);
    boolean gotIt = message.from() != null && isRecipient(message, parent);
    boolean answersWriter = parent.from() != null && isRecipient(parent, message);
    if (gotIt) {
      odds += 2.0;
      reasons.add("its writer had received the other");
    }
    if (answersWriter) {
      odds += 2.0;
      reasons.add("it is addressed to the writer of the other");
    }
    if (message.from() != null && message.from().equals(parent.from())) {
      odds += 0.5;
    }
    if (!quoted.isEmpty()) {
      double shared = containment(quoted, parentText);
      odds += shared >= 0.1 ? 3.0 * shared : -1.0;
      if (shared >= 0.3) {
        reasons.add("it quotes the other");
      }
    }
    odds -= 0.3 * Math.log1p(apart.toMinutes() / 60.0);
    return new Answer(parent, 1 / (1 + Math.exp(-odds)), String.join(", ", reasons));
  }

  /** Whether the writer of {@code one} is among the recipients of {@code other}. */
  private static boolean isRecipient(Threadable one, Threadable other) {
    return other.to().contains(one.from()) || other.cc().contains(one.from());
  }

  /** Jaccard similarity of the people in both messages, 0…1. */
  private static double overlap(Threadable one, Threadable other) {
    var all = new HashSet<>(one.everybody());
    all.addAll(other.everybody());
    if (all.isEmpty()) {
      return 0;
    }
    var both = new HashSet<>(one.everybody());
    both.retainAll(other.everybody());
    return (double) both.size() / all.size();
  }

  /** The share of the quoted word runs that stand in the other text, 0…1. */
  private static double containment(Set<String> quoted, String text) {
    var there = shingles(text);
    long found = quoted.stream().filter(there::contains).count();
    return (double) found / quoted.size();
  }

  /** All runs of five words, without marks and case. */
  private static Set<String> shingles(String text) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    for (int at = 0; at <= text.length(); at++) {
      if (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
        word.append(Character.toLowerCase(text.charAt(at)));
      } else if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    var shingles = new HashSet<String>();
    for (int at = 0; at + SHINGLE <= words.size(); at++) {
      shingles.add(String.join(" ", words.subList(at, at + SHINGLE)));
    }
    return shingles;
  }
}
