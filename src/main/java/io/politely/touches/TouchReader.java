package io.politely.touches;

import io.politely.reading.NamedDay;
import io.politely.touches.Touch.Way;
import io.politely.touches.Understood.Name;
import io.politely.touches.Understood.Promised;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line like "called Dana, left voicemail, promised deck by Fri": what happened, with whom,
 * when, and what was promised. It knows nobody: whom a name means, others decide. The same line
 * always reads the same.
 */
public final class TouchReader {

  private static final LocalTime NOON = LocalTime.NOON;

  private static final Pattern SUBJECT_AT_END = Pattern.compile("(?:^|.* )(i|we|he|she|they)$");

  private static final Pattern WILL_DID =
      Pattern.compile("^will (?:\\p{L}+ed|said|met|left|sent|rang|spoke|told|got|wrote|to)\\b");

  private final NoteText text;
  private final NoteNames names;
  private final LocalDateTime now;
  private final List<Way> ways = new ArrayList<>();
  private final Map<String, Name> met = new LinkedHashMap<>();
  private final Map<String, Name> mentioned = new LinkedHashMap<>();
  private final List<Promised> promises = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private @Nullable LocalDate day;
  private boolean isToCome;

  /** Whether the sentence that goes on has them for its subject. */
  private boolean theyGoOn;

  private TouchReader(String line, LocalDateTime now, ZoneId zone) {
    this.text = new NoteText(line, now.toLocalDate(), zone);
    this.names = new NoteNames(text);
    this.now = now;
  }

  /**
   * Reads a line.
   *
   * @param now when it was noted, by the clock of who noted it
   * @param zone where that clock hangs
   */
  public static Understood read(String line, LocalDateTime now, ZoneId zone) {
    return new TouchReader(line, now, zone).understood();
  }

  private Understood understood() {
    boolean goesOnWithNames = false;
    for (var clause : text.clauses()) {
      if (goesOnWithNames && names.isOnlyNames(clause.begin(), text.topic(clause))) {
        names.in(clause.begin(), text.topic(clause)).forEach(this::meet);
      } else {
        goesOnWithNames = read(clause);
      }
    }
    if (ways.isEmpty()) {
      ways.add(new Way(TouchKind.NOTE, false));
    }
    var meant = met.isEmpty() ? mentioned : met;
    if (meant.isEmpty()) {
      names.any().ifPresent(name -> meant.put(name.words(), name));
    }
    return new Understood(
        ways, List.copyOf(meant.values()), at(), promises, remarks.stream().distinct().toList());
  }

  /** Whether it tells that somebody was reached. */
  private boolean read(NoteText.Clause clause) {
    var promise = promise(clause);
    int end = promise == null ? clause.end() : promise.begin();
    boolean reached = reached(clause, end);
    if (promise != null) {
      promised(clause, promise, reached);
    } else if (!reached) {
      remark(clause);
    }
    return reached;
  }

  private void remark(NoteText.Clause clause) {
    var low = text.low(clause.begin(), clause.end());
    var not = TouchCues.NOT_DONE.matcher(low);
    if (not.find()) {
      remarks.add("“%s” says that it did not happen.".formatted(not.group()));
      names.in(clause.begin() + not.end(), clause.end()).forEach(this::mention);
      names.in(clause.begin(), clause.begin() + not.start()).forEach(this::mention);
    } else if (TouchCues.REMINDER.matcher(low).find()) {
      remarks.add("That is still to be done: a note to yourself promises nothing to anybody.");
    }
  }

  // What happened.

  private boolean reached(NoteText.Clause clause, int end) {
    var left = new StringBuilder(text.low(clause.begin(), end));
    boolean any = false;
    for (var cue : TouchCues.CUES) {
      var found = cue.words().matcher(left);
      if (found.find()) {
        int from = clause.begin() + found.start();
        int until = clause.begin() + found.end();
        if (happened(clause, cue.kind(), from)) {
          keep(new Way(cue.kind(), isByThem(clause, cue.kind(), from, until, end)));
          names.around(clause.begin(), from, until, end, met.isEmpty()).forEach(this::meet);
          any = true;
        }
        for (int i = found.start(); i < found.end(); i++) {
          left.setCharAt(i, '_');
        }
      }
    }
    if (any) {
      day =
          text.happened(clause.begin(), Math.min(end, text.topic(clause))).findFirst().orElse(day);
    }
    return any;
  }

  private boolean happened(NoteText.Clause clause, TouchKind kind, int from) {
    var before = text.low(clause.begin(), from);
    if (kind != TouchKind.MISSED_CALL
        && kind != TouchKind.MISSED_MEETING
        && TouchCues.isIn(TouchCues.NOT_DONE, text.low(clause.begin(), clause.end()))) {
      return false;
    }
    if (TouchCues.isIn(TouchCues.STILL_TO_DO, before) && !isName(clause, 0)) {
      isToCome = true;
    }
    boolean later =
        text.days(clause.begin(), text.topic(clause))
            .anyMatch(named -> named.happened() == null && !named.isLimit());
    if (later || isToCome) {
      remarks.add("That is still to come: it is kept as a note until it happened.");
      names.around(clause.begin(), from, from, clause.end(), false).forEach(this::mention);
      isToCome = false;
      return false;
    }
    return true;
  }

  private boolean isByThem(NoteText.Clause clause, TouchKind kind, int from, int until, int end) {
    if (kind == TouchKind.MEETING || kind == TouchKind.MISSED_MEETING) {
      return false;
    }
    var cue = text.low(from, until);
    var behind = text.low(until, end);
    var subject = subject(clause, from);
    theyGoOn = subject == null ? theyGoOn : subject;
    if (kind == TouchKind.MISSED_CALL && TouchCues.isIn(TouchCues.UNANSWERED, cue)) {
      return ways.stream().anyMatch(way -> way.kind() == TouchKind.CALL && way.byThem());
    }
    if (cue.endsWith("from")
        || TouchCues.FROM_THEM.matcher(behind).matches()
        || (kind != TouchKind.MISSED_CALL && TouchCues.isIn(TouchCues.GOT, cue))
        || cue.startsWith("missed")) {
      return true;
    }
    if (subject != null) {
      return subject;
    }
    if (TouchCues.isIn(TouchCues.TO_US, cue + behind)) {
      return true;
    }
    return theyGoOn && !TouchCues.isIn(TouchCues.TO_THEM, cue + behind);
  }

  /** A voicemail is a call that was not answered, and such a call is one. */
  private void keep(Way way) {
    var swallowed =
        switch (way.kind()) {
          case VOICEMAIL -> List.of(TouchKind.CALL, TouchKind.MISSED_CALL);
          case MISSED_CALL -> List.of(TouchKind.CALL);
          case MISSED_MEETING -> List.of(TouchKind.MEETING);
          case LINKEDIN -> List.of(TouchKind.TEXT);
          case MEETING, CALL, TEXT, NOTE -> List.<TouchKind>of();
        };
    boolean said = ways.stream().map(Way::kind).anyMatch(kind -> swallows(kind, way.kind()));
    ways.removeIf(it -> swallowed.contains(it.kind()));
    if (!said) {
      ways.add(way);
    }
  }

  private static boolean swallows(TouchKind earlier, TouchKind later) {
    return earlier == later
        || (later == TouchKind.CALL
            && (earlier == TouchKind.VOICEMAIL
                || earlier == TouchKind.MISSED_CALL
                || earlier == TouchKind.MEETING))
        || (later == TouchKind.MISSED_CALL && earlier == TouchKind.VOICEMAIL)
        || (later == TouchKind.MEETING && earlier == TouchKind.MISSED_MEETING)
        || (later == TouchKind.TEXT && earlier == TouchKind.LINKEDIN);
  }

  // What was promised.

  /** Where words of promising begin and end in the line. */
  private record Promising(PromiseCues.Cue cue, int begin, int end) {}

  private @Nullable Promising promise(NoteText.Clause clause) {
    var low = text.low(clause.begin(), clause.end());
    if (TouchCues.isIn(PromiseCues.REFUSED, low)) {
      return null;
    }
    for (var cue : PromiseCues.CUES) {
      var found = cue.words().matcher(low);
      if (found.find()
          && found.end() < low.strip().length()
          && !isName(clause, found.start())
          && (!cue.needsDay() || due(clause) != null)
          && (cue.maker() != PromiseCues.Maker.SUBJECT
              || isSubject(clause, clause.begin() + found.start()))) {
        return new Promising(cue, clause.begin() + found.start(), clause.begin() + found.end());
      }
    }
    return null;
  }

  /** "Will called", "met Will". */
  private boolean isName(NoteText.Clause clause, int at) {
    var behind = text.low(clause.begin() + at, clause.end());
    return behind.startsWith("will ")
        && text.isCapital(clause.begin() + at)
        && (at > 0 || WILL_DID.matcher(behind).find());
  }

  /** "The role will start in May" promises nothing. */
  private boolean isSubject(NoteText.Clause clause, int until) {
    var before = text.plain(clause.begin(), until).strip();
    return before.isEmpty()
        || subject(clause, until) != null
        || TouchCues.CUES.stream().anyMatch(cue -> TouchCues.isIn(cue.words(), before));
  }

  private void promised(NoteText.Clause clause, Promising promise, boolean reached) {
    var to =
        promise.cue().maker() == PromiseCues.Maker.THEM
            ? Optional.<NoteNames.Addressee>empty()
            : names.addressee(promise.end(), clause.end());
    var what = text.without(to.map(NoteNames.Addressee::end).orElse(promise.end()), clause.end());
    if (what.isEmpty()) {
      return;
    }
    var before = names.in(clause.begin(), promise.begin());
    var subject = subject(clause, promise.begin());
    boolean byUs =
        switch (promise.cue().maker()) {
          case US -> true;
          case THEM -> false;
          case SUBJECT -> isByUs(clause, promise, subject);
        };
    theyGoOn = subject != null && subject;
    var by = !byUs && !reached && !before.isEmpty() ? before.getFirst().words() : "";
    promises.add(new Promised(byUs, by, what, due(clause)));
    before.forEach(this::mention);
    names.withCapitalIn(promise.begin() + 1, clause.end()).stream().limit(1).forEach(this::mention);
  }

  private boolean isByUs(NoteText.Clause clause, Promising promise, @Nullable Boolean subject) {
    if (subject != null) {
      return !subject;
    }
    var words = text.low(promise.begin(), clause.end());
    if (words.matches("promised? (?:me|us)\\b.*")) {
      return false;
    }
    return !theyGoOn || words.matches("promised? (?:her|him|them)\\b.*");
  }

  private @Nullable LocalDate due(NoteText.Clause clause) {
    var days = text.days(clause.begin(), clause.end()).toList();
    return Stream.concat(days.stream().filter(NamedDay::isLimit), days.stream())
        .map(NamedDay::due)
        .filter(due -> !due.isBefore(now.toLocalDate()))
        .findFirst()
        .orElse(text.namesLimitToday(clause.begin(), clause.end()) ? now.toLocalDate() : null);
  }

  /** Whether they are the subject of what stands before a place; null where nobody is named. */
  private @Nullable Boolean subject(NoteText.Clause clause, int until) {
    var before = text.plain(clause.begin(), until).strip();
    var pronoun = SUBJECT_AT_END.matcher(before);
    if (pronoun.matches()) {
      return !Set.of("i", "we").contains(pronoun.group(1));
    }
    boolean isNamed = !before.isEmpty() && names.isOnlyNames(clause.begin(), until);
    return isNamed ? Boolean.TRUE : null;
  }

  private void meet(Name name) {
    met.putIfAbsent(name.words(), name);
  }

  private void mention(Name name) {
    mentioned.putIfAbsent(name.words(), name);
  }

  // When it was.

  private LocalDateTime at() {
    var ago = text.ago();
    if (ago != null) {
      return now.minus(ago);
    }
    var time = remarks.isEmpty() ? text.time() : null;
    var on = day == null && remarks.isEmpty() ? text.anyHappened() : day;
    if (on == null || on.equals(now.toLocalDate())) {
      var at = time == null ? now : now.toLocalDate().atTime(time);
      return at.isAfter(now) ? now : at;
    }
    return on.atTime(time == null ? NOON : time);
  }
}
