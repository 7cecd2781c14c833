package io.politely.wording;

import io.politely.wording.Marked.Line;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges letters by a policy and a book of phrases. */
final class WordingRules {

  /** Civil traits add up to this much below pushy. */
  private static final double CIVIL_MARGIN = 0.4;

  /** Of these the letter's judge speaks whatever they weigh. */
  private static final Set<RemarkKind> ONCE =
      EnumSet.of(
          RemarkKind.TOO_SOON, RemarkKind.REPROACH, RemarkKind.THREAT, RemarkKind.FAKE_REPLY);

  private final WordingPolicy policy;
  private final PhraseBook book;

  WordingRules(WordingPolicy policy, PhraseBook book) {
    this.policy = policy;
    this.book = book;
  }

  Judgement judge(Writing writing, Circumstances circumstances) {
    var letter = Marked.of(writing, circumstances.theyWroteLast(), book);
    var earlier = Earlier.of(circumstances, writing, book);
    var value = ValueRules.of(letter, circumstances, earlier.found());
    var minutes = AskRules.minutes(letter);
    var traits = TraitRules.of(letter, circumstances, earlier, policy, value, minutes);
    var questions =
        (int)
            letter.body().stream()
                .filter(line -> line.asks() && line.sentence().isQuestion())
                .count();
    return new Judgement(
        politeness(traits, letter, circumstances, value),
        remarks(traits, letter, circumstances, minutes, questions),
        letter.asks(),
        minutes,
        value,
        letter.emptyPhrases(),
        letter.words(),
        questions);
  }

  private Politeness politeness(
      List<Trait> traits, Marked letter, Circumstances circumstances, ValueKind value) {
    double civil = 0;
    double pressing = 0;
    for (var trait : traits) {
      if (trait.isCivil()) {
        civil += trait.weight();
      } else {
        pressing += trait.weight();
      }
    }
    if (letter.has(Cue.EASY_NO)) {
      civil += policy.weight("easyNo");
    }
    if (value == ValueKind.REQUESTED) {
      civil += policy.weight("requested");
    } else if (value != ValueKind.NONE && circumstances.isFollowUp()) {
      civil += policy.weight("newValue");
    }
    double sum = pressing + Math.clamp(civil, 0, policy.pushyFrom() - CIVIL_MARGIN);
    return sum >= policy.pushyFrom()
        ? Politeness.PUSHY
        : sum >= policy.borderlineFrom() ? Politeness.BORDERLINE : Politeness.POLITE;
  }

  private List<Remark> remarks(
      List<Trait> traits,
      Marked letter,
      Circumstances circumstances,
      @Nullable Integer minutes,
      int questions) {
    var remarks = new ArrayList<Remark>();
    var said = EnumSet.noneOf(RemarkKind.class);
    for (var trait : traits) {
      if (said.add(trait.kind()) || !ONCE.contains(trait.kind())) {
        remarks.add(remark(trait, circumstances, minutes));
      }
    }
    if (questions > policy.limit("questions")) {
      remarks.add(policy.remark(RemarkKind.TOO_MANY_QUESTIONS, "", questions));
    }
    int words = letter.words();
    if (words > policy.limit("words")) {
      remarks.add(policy.remark(RemarkKind.TOO_LONG, "", words, policy.limit("words")));
    }
    if (letter.writing().subject().isBlank()) {
      remarks.add(policy.remark(RemarkKind.EMPTY_SUBJECT, ""));
    }
    boolean favour = circumstances.isFollowUp() || letter.body().stream().anyMatch(this::isFavour);
    if (letter.asks() && favour && !circumstances.theyWroteLast() && !letter.has(Cue.EASY_NO)) {
      remarks.add(policy.remark(RemarkKind.NO_EASY_NO, ""));
    }
    remarks.sort((one, other) ->
        one.weight() == other.weight()
            ? one.kind().compareTo(other.kind())
            : other.weight().compareTo(one.weight()));
    return remarks;
  }

  private boolean isFavour(Line line) {
    return line.asks() && (line.has(Cue.FORWARD) || line.has(Cue.WORK));
  }

  private Remark remark(Trait trait, Circumstances circumstances, @Nullable Integer minutes) {
    return switch (trait.kind()) {
      case ASK_TOO_BIG ->
          policy.remark(
              trait.kind(), trait.quote(), minutes, TraitRules.mostMinutes(circumstances, policy));
      case IGNORES_NOT_NOW -> policy.remark(trait.kind(), trait.quote(), circumstances.notBefore());
      case TOO_SOON ->
          policy.remark(trait.kind(), trait.quote(), circumstances.daysSinceLastTouch());
      default -> policy.remark(trait.kind(), trait.quote());
    };
  }
}
