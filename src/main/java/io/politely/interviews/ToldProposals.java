package io.politely.interviews;

import io.politely.interviews.DebriefProposal.Met;
import io.politely.interviews.DebriefProposal.Question;
import io.politely.interviews.DebriefProposal.Side;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands what was read of a candidate's own words to the questions of the bank. */
@Component
class ToldProposals implements ProposalReader {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  @Override
  public List<Proposal> read(String text, ZonedDateTime toldAt, LocalDate interviewDay) {
    return proposals(DebriefReader.read(text, toldAt, interviewDay, ""));
  }

  static List<Proposal> proposals(DebriefProposal read) {
    var proposals = new ArrayList<Proposal>();
    var visit = read.visit();
    add(proposals, "arrival.time", said(visit.arrived()), "");
    add(
        proposals,
        "time.began",
        said(visit.started() == null ? visit.scheduled() : visit.started()),
        "");
    add(proposals, "time.ended", said(visit.ended()), "");
    add(proposals, "time.minutes", visit.minutes() == null ? "" : visit.minutes().toString(), "");
    add(proposals, "people.met", lines(read.met().stream().map(ToldProposals::said).toList()), "");
    add(
        proposals,
        "asked.questions",
        lines(read.questions().stream().map(Question::question).toList()),
        "");
    add(proposals, "yours.asked", lines(read.candidateQuestions()), "");
    add(proposals, "concerns.said", lines(read.concerns()), "");
    add(proposals, "priorities.first", facts(read, "priority"), "");
    add(proposals, "success.measure", facts(read, "success"), "");
    add(proposals, "promises.ours", lines(promises(read)), "");
    var vibe = read.vibe();
    if (vibe != null) {
      add(proposals, "vibe.why", vibe.quote(), vibe.quote());
    }
    var salary = read.salary();
    if (salary != null) {
      add(proposals, "money.least", salary.quote(), salary.quote());
    }
    var next = read.nextStep();
    if (next != null) {
      add(proposals, "next.step", next.what(), "");
      // The bank asks by which day one hears from them.
      boolean isTheirs = next.who() == Side.CLIENT;
      add(proposals, "next.day", !isTheirs || next.due() == null ? "" : next.due().toString(), "");
    }
    var decision = read.decision();
    if (decision != null) {
      var words =
          switch (decision.commitment()) {
            case YES -> "yes";
            case NO -> "no";
            case NOT_A_YES -> decision.quote();
          };
      add(proposals, "end.accept", words, decision.quote());
    }
    return List.copyOf(proposals);
  }

  /** What they have to do, the next step too where it is theirs. */
  private static List<String> promises(DebriefProposal read) {
    var promises = new LinkedHashSet<String>();
    read.promises().forEach(it -> promises.add(it.what()));
    var next = read.nextStep();
    if (next != null && next.who() == Side.CANDIDATE) {
      promises.add(next.what());
    }
    return List.copyOf(promises);
  }

  private static void add(List<Proposal> proposals, String question, String words, String quote) {
    if (!words.isBlank()) {
      proposals.add(new Proposal(question, words, quote));
    }
  }

  private static String said(@Nullable LocalTime time) {
    return time == null ? "" : TIME.format(time);
  }

  private static String said(Met met) {
    return met.title() == null ? met.name() : met.name() + ", " + met.title();
  }

  /** What was learned of the client under a heading: {@code priority: keep Harlan}. */
  private static String facts(DebriefProposal read, String heading) {
    return read.clientFacts().stream()
        .filter(it -> it.toLowerCase(Locale.ROOT).startsWith(heading))
        .map(it -> it.substring(it.indexOf(':') + 1).strip())
        .collect(Collectors.joining(" "));
  }

  private static String lines(List<String> all) {
    return String.join("\n", all);
  }
}
