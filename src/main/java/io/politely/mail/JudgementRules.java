package io.politely.mail;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which message does a mail without reply headers answer? A logistic score over subject, people,
 * what it quotes and how it introduces that, and time, after part (a) of the methods: each term
 * says what it is worth.
 */
final class JudgementRules {

  /** From here on two messages are joined. */
  static final double JOIN = 0.8;

  /** From here on a join is suggested. */
  static final double SUGGEST = 0.5;

  private static final Duration OLDEST_PARENT = Duration.ofDays(90);

  /** Somebody who quotes with date and name may answer what was written long ago. */
  private static final Duration OLDEST_ATTRIBUTED = Duration.ofDays(730);

  private static final int MOST_CANDIDATES = 50;
  private static final Texts NOTHING = new Texts("", "", "", "");

  /** "14:05", "2:05:59": zones differ by whole quarters of an hour, minutes seldom do. */
  private static final Pattern CLOCK =
      Pattern.compile("\\b([01]?\\d|2[0-3])[:.]([0-5]\\d)(?:[:.]([0-5]\\d))?\\b");

  private final Map<MessageId, Texts> texts;
  private final Map<MessageId, Shingles> newest = new HashMap<>();

  /**
   * For the messages of one component.
   *
   * @param texts of those that may answer or be answered
   */
  JudgementRules(Map<MessageId, Texts> texts) {
    this.texts = texts;
  }

  /**
   * The texts of a message that was or may be answered.
   *
   * @param writer the name of its writer, or ""
   * @param newest what its writer added
   * @param attribution how it introduces what it quotes, or ""
   * @param quoted the beginning of what it quotes of the message before, or ""
   */
  record Texts(String writer, String newest, String attribution, String quoted) {

    /** Whether it quotes anything. */
    boolean quotes() {
      return !attribution.isEmpty() || !quoted.isEmpty();
    }
  }

  /** The most likely parent and why. */
  record Answer(Threadable parent, double confidence, String reason) {}

  /** Whether a message without reply headers looks like an answer at all. */
  static boolean mayAnswer(Threadable message, boolean quotes) {
    return !message.hasReplyHeaders()
        && !SubjectRules.base(message.subject()).isEmpty()
        && (SubjectRules.saysReply(message.subject()) || quotes);
  }

  boolean mayAnswer(Threadable message) {
    return mayAnswer(message, texts.getOrDefault(message.id(), NOTHING).quotes());
  }

  /**
   * The best parent among earlier messages with the same base subject.
   *
   * @param candidates in canonical order, all before {@code message}
   */
  Optional<Answer> bestParent(Threadable message, List<Threadable> candidates) {
    var own = texts.getOrDefault(message.id(), NOTHING);
    var quoted = Shingles.of(own.quoted());
    Optional<Answer> best = Optional.empty();
    var oldest = own.attribution().isEmpty() ? OLDEST_PARENT : OLDEST_ATTRIBUTED;
    int looked = 0;
    for (var candidate : candidates.reversed()) {
      var apart = Duration.between(candidate.sentAt(), message.sentAt());
      if (apart.compareTo(oldest) > 0 || ++looked > MOST_CANDIDATES) {
        break;
      }
      var answer = score(message, candidate, apart, own.attribution(), quoted);
      if (best.isEmpty() || answer.confidence() > best.get().confidence()) {
        best = Optional.of(answer);
      }
    }
    return best.filter(answer -> answer.confidence() >= SUGGEST);
  }

  private Answer score(
      Threadable message, Threadable parent, Duration apart, String attribution, Shingles quoted) {
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
    odds += tagged(SubjectRules.tags(message.subject()), SubjectRules.tags(parent.subject()));
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
      double shared = quoted.containedIn(newest(parent));
      odds += shared >= 0.1 ? 4.0 * shared : -1.0;
      if (shared >= 0.3) {
        reasons.add("it quotes the other");
      }
    }
    if (!attribution.isEmpty()) {
      double attributed = attributed(attribution, parent);
      odds += attributed;
      if (attributed > 1) {
        reasons.add("it says whom it quotes");
      }
    }
    odds -= 0.3 * Math.log1p(apart.toMinutes() / 60.0);
    return new Answer(parent, 1 / (1 + Math.exp(-odds)), String.join(", ", reasons));
  }

  /** Lists number their patches, and programs their cases, in tags that the base leaves out. */
  private static double tagged(String tags, String others) {
    if (!tags.equals(others)) {
      return -1.0;
    }
    return tags.isEmpty() ? 0 : 0.5;
  }

  /** How well "On Monday at 14:05 Ada wrote:" fits the writer and the minute of a message. */
  private double attributed(String attribution, Threadable parent) {
    var words = attribution.toLowerCase(Locale.ROOT);
    double odds = 0;
    var writer = texts.getOrDefault(parent.id(), NOTHING).writer().toLowerCase(Locale.ROOT);
    boolean named =
        (parent.from() != null && words.contains(parent.from().value())) || isNamed(writer, words);
    if (named) {
      odds += 2.0;
    } else if (words.indexOf('@') >= 0) {
      odds -= 2.5;
    }
    return odds + onTheMinute(attribution, parent);
  }

  /** Names come as "Ada Lovelace", "Lovelace, Ada" and "Ada": one long word has to be there. */
  private static boolean isNamed(String writer, String words) {
    for (var word : writer.split("[^\\p{L}]+", -1)) {
      if (word.length() >= 3 && words.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static double onTheMinute(String attribution, Threadable parent) {
    var clock = CLOCK.matcher(attribution);
    if (!clock.find()) {
      return 0;
    }
    var sent = parent.sentAt().atOffset(ZoneOffset.UTC);
    int minute = Integer.parseInt(clock.group(2));
    boolean sameSecond =
        clock.group(3) == null || Integer.parseInt(clock.group(3)) == sent.getSecond();
    return sameSecond && (minute - sent.getMinute()) % 15 == 0 ? 3.0 : -3.0;
  }

  private Shingles newest(Threadable parent) {
    return newest.computeIfAbsent(
        parent.id(), id -> Shingles.of(texts.getOrDefault(id, NOTHING).newest()));
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
}
