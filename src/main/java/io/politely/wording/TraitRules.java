package io.politely.wording;

import io.politely.wording.Marked.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what of a letter weighs on how it is taken; the weights are the policy's. */
final class TraitRules {

  private static final Pattern REPLY =
      Pattern.compile("(?i)\\s*(re|aw|antw|sv|rif|ris|r|res|enc|tr|fw|fwd|wg)\\s*:.*");

  private static final Pattern REPLY_TWICE =
      Pattern.compile("(?i)\\s*(re|aw|fw)\\s*:\\s*(re|aw|fw)\\s*:.*");

  /** Short words in capitals are abbreviations. */
  private static final int LONGEST_ABBREVIATION = 3;

  private final Marked letter;
  private final Circumstances circumstances;
  private final Earlier earlier;
  private final WordingPolicy policy;
  private final boolean asks;
  private final ValueKind value;
  private final @Nullable Integer minutes;
  private final List<Trait> traits = new ArrayList<>();

  private TraitRules(
      Marked letter,
      Circumstances circumstances,
      Earlier earlier,
      WordingPolicy policy,
      ValueKind value,
      @Nullable Integer minutes) {
    this.letter = letter;
    this.circumstances = circumstances;
    this.earlier = earlier;
    this.policy = policy;
    this.asks = letter.asks();
    this.value = value;
    this.minutes = minutes;
  }

  static List<Trait> of(
      Marked letter,
      Circumstances circumstances,
      Earlier earlier,
      WordingPolicy policy,
      ValueKind value,
      @Nullable Integer minutes) {
    var rules = new TraitRules(letter, circumstances, earlier, policy, value, minutes);
    rules.whatTheySaid();
    rules.pressure();
    rules.pretence();
    rules.rhythm();
    rules.size();
    return List.copyOf(rules.traits);
  }

  private void whatTheySaid() {
    var despite = first(Cue.DESPITE);
    if (asks && (circumstances.declined() || earlier.saidNo())) {
      hard(RemarkKind.IGNORES_NO, "ignoresNo", "");
    }
    var notBefore = circumstances.notBefore();
    boolean early =
        notBefore != null && letter.writing().writtenAt().toLocalDate().isBefore(notBefore);
    if (asks && early) {
      hard(RemarkKind.IGNORES_NOT_NOW, "ignoresNotNow", "");
    } else if (asks && earlier.dayAhead() && mayBeAsking()) {
      civil(RemarkKind.BEFORE_THEIR_DAY, "beforeTheirDay", "");
    }
    var refuses = first(Cue.REFUSES);
    if (asks && refuses != null) {
      hard(RemarkKind.ARGUES_WITH_THEM, "refuses", refuses.text());
    } else if (asks && despite != null) {
      civil(RemarkKind.ARGUES_WITH_THEM, "despite", despite.text());
    }
  }

  /** An answer to their question may come before the day that they named for something else. */
  private boolean mayBeAsking() {
    return value == ValueKind.NONE || letter.has(Cue.BUMP);
  }

  private void pressure() {
    var threats = letter.passages(Cue.THREAT);
    for (int i = 0; i < Math.min(threats.size(), 2) && !stopsHere(); i++) {
      hard(RemarkKind.THREAT, "threat", threats.get(i).text());
    }
    for (var line : letter.all()) {
      if (line.has(Cue.BOSS) && line.has(Cue.GO_TO) && !circumstances.theyWroteLast()) {
        hard(RemarkKind.OVER_THEIR_HEAD, "overTheirHead", line.sentence().text());
        break;
      }
    }
    var reproaches = letter.passages(Cue.REPROACH, Cue.ACCEPTS_NO);
    for (int i = 0; i < Math.min(reproaches.size(), 2); i++) {
      add(
          RemarkKind.REPROACH,
          policy.weight(i == 0 ? "reproach" : "reproachMore"),
          i == 0,
          reproaches.get(i).text());
    }
    var urgency = first(Cue.URGENCY, Cue.NO_HURRY);
    if (asks && urgency != null) {
      civil(RemarkKind.FALSE_URGENCY, "urgency", urgency.text());
    }
    var tracking = first(Cue.TRACKING);
    if (tracking != null) {
      hard(RemarkKind.TRACKING, "tracking", tracking.text());
    }
    var visit = first(Cue.VISIT);
    if (visit != null && letter.announcesVisit()) {
      hard(RemarkKind.UNASKED_VISIT, "unaskedVisit", visit.text());
    }
    shouting();
  }

  /** "If I don't hear from you I'll stop here" threatens nobody. */
  private boolean stopsHere() {
    return letter.has(Cue.EASY_NO) && letter.passages(Cue.THREAT).size() < 2;
  }

  private void shouting() {
    var loud = letter.all().stream().flatMap(line -> capitals(line).stream()).toList();
    if (loud.size() >= policy.limit("capitalWords")) {
      hard(RemarkKind.CAPITALS, "capitals", String.join(", ", loud));
    } else if (letter.all().stream()
        .anyMatch(line -> line.sentence().text().matches("(?s).*[!?]{2,}.*"))) {
      civil(RemarkKind.CAPITALS, "exclamations", "");
    }
  }

  private List<String> capitals(Line line) {
    var whole = line.inSubject() ? letter.writing().subject() : letter.writing().body();
    return line.sentence().words().stream()
        .map(word -> whole.substring(word.begin(), word.end()))
        .filter(TraitRules::isLoud)
        .toList();
  }

  private static boolean isLoud(String word) {
    return (word.length() > LONGEST_ABBREVIATION || LOUD.contains(word))
        && word.chars().allMatch(Character::isLetter)
        && word.equals(word.toUpperCase(Locale.ROOT));
  }

  private static final Set<String> LOUD =
      Set.of("NOT", "NOW", "ALL", "YES", "NO", "YOU", "JA", "NEIN", "OUI", "NON", "SÍ", "NÃO");

  /** There somebody said that both spoke, whatever mail tells. */
  private static final Set<String> AFTER_A_TALK = Set.of("J2", "J3", "S2");

  private void pretence() {
    var subject = letter.writing().subject();
    boolean unanswered = !circumstances.theyWroteLast();
    boolean stranger = circumstances.tie() == Closeness.COLD || circumstances.touchNumber() == 1;
    if (REPLY.matcher(subject).matches() && unanswered && stranger) {
      hard(RemarkKind.FAKE_REPLY, "fakeReply", subject);
    }
    if (REPLY_TWICE.matcher(subject).matches() && unanswered) {
      hard(RemarkKind.FAKE_REPLY, "fakeReply", subject);
    }
    var agreed = first(Cue.AGREED);
    if (agreed != null
        && unanswered
        && circumstances.tie() == Closeness.COLD
        && !AFTER_A_TALK.contains(circumstances.situation())) {
      hard(RemarkKind.FAKE_REPLY, "fakeAgreement", agreed.text());
    }
  }

  private void rhythm() {
    boolean civilBump = letter.has(Cue.BUMP) || letter.has(Cue.WAITING) || letter.has(Cue.CLOSE);
    boolean nothingNew = value == ValueKind.NONE;
    if (circumstances.isFollowUp() && asks && nothingNew) {
      double share = !circumstances.theyWroteLast() ? civilBump ? 1 : 0.5 : civilBump ? 0.7 : 0;
      if (share > 0) {
        add(RemarkKind.NO_NEW_VALUE, share * policy.weight("emptyBump"), true, "");
      }
    }
    if (asks && nothingNew && circumstances.isWithin(policy.limit("dailyDays")) && !isUrgentRow()) {
      hard(RemarkKind.TOO_SOON, "daily", "");
      if (circumstances.touchNumber() > 2) {
        hard(RemarkKind.TOO_SOON, "dailyAgain", "");
      }
    }
    var days = circumstances.daysSinceLastTouch();
    if (days != null && days == 0 && circumstances.touchNumber() > 2) {
      civil(RemarkKind.TOO_SOON, "thirdToday", "");
    }
    int hour = letter.writing().writtenAt().getHour();
    if (hour >= policy.limit("lateHour") || hour < policy.limit("earlyHour")) {
      civil(RemarkKind.OFF_HOURS, "offHours", "");
    }
  }

  /** Row R3 of the policy: an offer that waits for its yes is asked about the next day. */
  private boolean isUrgentRow() {
    return circumstances.situation().equals("R3") && circumstances.touchNumber() == 2;
  }

  private void size() {
    if (minutes != null
        && minutes > mostMinutes(circumstances, policy)
        && !circumstances.theyWroteLast()) {
      civil(RemarkKind.ASK_TOO_BIG, "tooBig", "");
    }
    double weight = 0;
    for (var phrase : letter.emptyPhrases()) {
      double more =
          Math.min(policy.weight("emptyPhrase"), policy.weight("emptyPhrasesMost") - weight);
      weight += more;
      if (traits.stream().noneMatch(trait -> trait.kind() == RemarkKind.TRACKING)) {
        add(RemarkKind.EMPTY_PHRASE, more, true, phrase.text());
      }
    }
  }

  /** What may be asked of this reader before they have said yes to anything. */
  static int mostMinutes(Circumstances circumstances, WordingPolicy policy) {
    int most = policy.limit("askMinutes");
    if (circumstances.tie() == Closeness.COLD) {
      most = Math.min(most, policy.limit("askMinutesCold"));
    }
    return circumstances.rank().compareTo(Rank.C_LEVEL) >= 0
        ? Math.min(most, policy.limit("askMinutesTop"))
        : most;
  }

  /** The first that no other cue of its sentence takes back. */
  private @Nullable Passage first(Cue cue, Cue takenBackBy) {
    var passages = letter.passages(cue, takenBackBy);
    return passages.isEmpty() ? null : passages.getFirst();
  }

  private @Nullable Passage first(Cue cue) {
    var passages = letter.passages(cue);
    return passages.isEmpty() ? null : passages.getFirst();
  }

  private void hard(RemarkKind kind, String weight, String quote) {
    add(kind, policy.weight(weight), false, quote);
  }

  private void civil(RemarkKind kind, String weight, String quote) {
    add(kind, policy.weight(weight), true, quote);
  }

  private void add(RemarkKind kind, double weight, boolean isCivil, String quote) {
    traits.add(new Trait(kind, weight, isCivil, quote));
  }
}
