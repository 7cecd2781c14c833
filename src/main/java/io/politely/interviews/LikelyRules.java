package io.politely.interviews;

import io.politely.interviews.BankQuestion.Time;
import io.politely.people.PersonId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Which questions are likely in a meeting, the likeliest first, with why. Pure. */
final class LikelyRules {

  /** Who asked once asks again; a company and a kind of meeting say less, in this order. */
  private static final double OF_INTERVIEWER = 3;

  private static final double OF_COMPANY = 2;
  private static final double OF_KIND = 1;

  private LikelyRules() {}

  private record Scored(BankQuestion question, double score) {}

  /**
   * The likely ones.
   *
   * @param company folded
   * @param interviewers who will be there, with their names
   */
  static List<LikelyQuestion> likely(
      List<BankQuestion> asked,
      String company,
      Map<PersonId, String> interviewers,
      InterviewKind kind,
      int limit) {
    return asked.stream()
        .map(it -> new Scored(it, score(it, company, interviewers, kind)))
        .filter(it -> it.score() > 0)
        .sorted(
            Comparator.comparingDouble(Scored::score)
                .reversed()
                .thenComparing(it -> it.question().last(), Comparator.reverseOrder())
                .thenComparing(it -> it.question().words()))
        .limit(limit)
        .map(it -> said(it.question(), company, interviewers))
        .toList();
  }

  /** Each further time counts half of the one before: often is likelier, but not without end. */
  private static double score(
      BankQuestion question,
      String company,
      Map<PersonId, String> interviewers,
      InterviewKind kind) {
    var all =
        question.times().stream()
            .map(it -> score(it, company, interviewers, kind))
            .sorted(Comparator.reverseOrder())
            .toList();
    double score = 0;
    double weight = 1;
    for (var one : all) {
      score += one * weight;
      weight /= 2;
    }
    return score;
  }

  private static double score(
      Time time, String company, Map<PersonId, String> interviewers, InterviewKind kind) {
    double score =
        (isOf(time, interviewers) ? OF_INTERVIEWER : 0) + (isAt(time, company) ? OF_COMPANY : 0);
    return score > 0 && time.kind() == kind ? score + OF_KIND : score;
  }

  private static boolean isOf(Time time, Map<PersonId, String> interviewers) {
    return time.by().filter(interviewers::containsKey).isPresent();
  }

  private static boolean isAt(Time time, String company) {
    return !company.isEmpty() && QuestionWords.folded(time.company()).equals(company);
  }

  private static LikelyQuestion said(
      BankQuestion question, String company, Map<PersonId, String> interviewers) {
    var counted =
        question.times().stream()
            .filter(it -> isOf(it, interviewers) || isAt(it, company))
            .toList();
    var by =
        counted.stream()
            .flatMap(it -> it.by().stream())
            .filter(interviewers::containsKey)
            .findFirst()
            .map(it -> " by " + interviewers.get(it));
    var at =
        counted.stream()
            .filter(it -> isAt(it, company))
            .findFirst()
            .map(it -> " at " + it.company());
    return new LikelyQuestion(
        question.words(),
        counted.size(),
        "Asked %s%s%s before.".formatted(times(counted.size()), by.orElse(""), at.orElse("")));
  }

  private static String times(int count) {
    return switch (count) {
      case 1 -> "once";
      case 2 -> "twice";
      default -> count + " times";
    };
  }
}
