package io.politely.interviews;

import io.politely.interviews.ClockWords.Clock;
import io.politely.interviews.ClockWords.Known;
import io.politely.interviews.DebriefProposal.Visit;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads when somebody came, began and left. A time belongs to the sign of its role that stands
 * nearest in the sentence; after "no, wait" it takes the place of the one before.
 */
final class VisitReader {

  private static final List<DebriefCue> ROLES =
      List.of(
          DebriefCue.ARRIVED,
          DebriefCue.ENTERED,
          DebriefCue.SCHEDULED,
          DebriefCue.STARTED,
          DebriefCue.ENDED);

  /** What a comma or a conjunction between a time and its sign counts in characters. */
  private static final int APART = 25;

  /** Nobody names more times in one sentence. */
  private static final int MOST_TIMES = 12;

  private static final int FAR = 90;
  private static final int NEAR = 14;

  private static final int DAY = 24 * 60;
  private static final int NOON = DAY / 2;

  /** People meet within these minutes of the day. */
  private static final int FIRST = 7 * 60;

  private static final int LAST = 21 * 60 - 1;

  private static final int LONGEST = 12 * 60;

  /** A time as said, or how far it lies from the one that was set. */
  private record Pick(int minutes, Known known, boolean fromScheduled) {}

  private final DebriefWords words;
  private final @Nullable LocalTime toldBefore;
  private final Map<DebriefCue, Pick> picks = new EnumMap<>(DebriefCue.class);
  private @Nullable DebriefCue role;
  private @Nullable Pick last;
  private @Nullable Integer told;
  private boolean video;

  private VisitReader(DebriefWords words, @Nullable LocalTime toldBefore) {
    this.words = words;
    this.toldBefore = toldBefore;
  }

  /**
   * @param sentences those that are not about questions and answers
   * @param toldBefore the time of the call, if it was on the same day
   */
  static Visit read(
      List<Told.Sentence> sentences, DebriefWords words, @Nullable LocalTime toldBefore) {
    var reader = new VisitReader(words, toldBefore);
    reader.video =
        sentences.stream().limit(12).anyMatch(it -> words.has(DebriefCue.VIDEO, it.text()));
    for (var sentence : sentences) {
      reader.times(sentence.digits());
      reader.relations(sentence.digits());
      reader.length(sentence.digits());
    }
    return reader.visit();
  }

  // ---- times and their roles

  private void times(String sentence) {
    int from = 0;
    var clocks = ClockWords.find(sentence, words.language());
    for (var clock : clocks.subList(0, Math.min(MOST_TIMES, clocks.size()))) {
      if (isElsewhere(sentence, clock)) {
        from = clock.end();
        continue;
      }
      var corrections = words.all(DebriefCue.CORRECTS, sentence.substring(from, clock.begin()));
      boolean corrects = !corrections.isEmpty();
      int since = corrects ? from + corrections.getLast().end() : 0;
      var found = roleOf(sentence, clock, corrects ? since : 0);
      if (found == null && corrects) {
        found = role;
      }
      if (found == null && from == 0 && isSaidToBe(sentence, clock)) {
        found = DebriefCue.SCHEDULED;
      }
      if (found != null) {
        role = found;
        keep(found, clock, corrects);
      }
      from = clock.end();
    }
  }

  private boolean isElsewhere(String sentence, Clock clock) {
    var after =
        sentence.substring(clock.end(), Math.min(sentence.length(), clock.end() + NEAR + 10));
    int other = words.first(DebriefCue.OTHER_CLOCK, after);
    int stop = after.indexOf(',');
    return other >= 0 && other <= NEAR && (stop < 0 || other < stop);
  }

  /** "It was eight in the morning", "het was om tien uur". */
  private boolean isSaidToBe(String sentence, Clock clock) {
    return !clock.bare()
        && video
        && !sentence.substring(0, clock.begin()).isBlank()
        && !picks.containsKey(DebriefCue.SCHEDULED);
  }

  private @Nullable DebriefCue roleOf(String sentence, Clock clock, int since) {
    var own = sentence.substring(clock.begin(), clock.end());
    var before = sentence.substring(0, clock.begin()).stripTrailing();
    var setFor = words.matcher(DebriefCue.SET_FOR, own);
    boolean set = setFor.lookingAt();
    for (var match : words.all(DebriefCue.SET_FOR, before)) {
      set = set || match.end() == before.length();
    }
    DebriefCue best = null;
    int nearest = FAR;
    for (var candidate : ROLES) {
      for (var match : words.all(candidate, sentence)) {
        int distance = distance(sentence, clock, match.start(), match.end());
        if (match.start() >= since && distance < nearest) {
          nearest = distance;
          best = candidate;
        }
      }
    }
    return set && best != null && best != DebriefCue.STARTED && best != DebriefCue.ENDED
        ? DebriefCue.SCHEDULED
        : best;
  }

  private static int distance(String sentence, Clock clock, int begin, int end) {
    if (begin < clock.end() && end > clock.begin()) {
      return 0;
    }
    boolean after = begin >= clock.end();
    var between =
        after ? sentence.substring(clock.end(), begin) : sentence.substring(end, clock.begin());
    int apart = 0;
    for (int i = 0; i < between.length(); i++) {
      apart += ",;:–—.".indexOf(between.charAt(i)) >= 0 ? APART : 0;
    }
    for (var word : new String[] {" and ", " und ", " et ", " y ", " en ", " e ", " but "}) {
      apart += between.contains(word) ? APART : 0;
    }
    return between.length() + apart + (after ? 4 + apart : 0);
  }

  private void keep(DebriefCue found, Clock clock, boolean corrects) {
    if (clock.vague()) {
      return;
    }
    var pick = new Pick(clock.minutes(), clock.known(), false);
    if (clock.known() == Known.MINUTES) {
      var reference = last;
      if (reference == null) {
        return;
      }
      int hours = Math.round((reference.minutes() - clock.minutes()) / 60f);
      pick = new Pick(hours * 60 + clock.minutes(), reference.known(), false);
    }
    last = pick;
    if (corrects || !picks.containsKey(found)) {
      picks.put(found, pick);
    }
  }

  /** "On time", "five minutes before", "ten minutes late". */
  private void relations(String sentence) {
    for (var match : words.all(DebriefCue.ON_TIME, sentence)) {
      var clocks = ClockWords.find(sentence, words.language());
      boolean ofClock =
          clocks.stream()
              .anyMatch(it ->
                  Math.abs(match.start() - it.end()) < 3
                      || (match.start() >= it.begin() && match.start() < it.end())
                      || Math.abs(it.begin() - match.end()) < 3);
      boolean corrects = words.has(DebriefCue.CORRECTS, sentence.substring(0, match.start()));
      boolean starts =
          near(DebriefCue.STARTED, sentence, match.start(), match.end())
              || (corrects && role == DebriefCue.STARTED);
      if (!ofClock && starts && (corrects || !picks.containsKey(DebriefCue.STARTED))) {
        picks.put(DebriefCue.STARTED, new Pick(0, Known.DAY, true));
        role = DebriefCue.STARTED;
        return;
      }
    }
    for (var length : Lengths.find(sentence, words.language())) {
      var after = sentence.substring(length.end());
      boolean early = words.matcher(DebriefCue.EARLY, after.stripLeading()).lookingAt();
      boolean late = words.matcher(DebriefCue.LATE, after.stripLeading()).lookingAt();
      var about =
          early
              ? near(DebriefCue.ENTERED, sentence, length.begin(), length.end())
                      && !near(DebriefCue.ARRIVED, sentence, length.begin(), length.end())
                  ? DebriefCue.ENTERED
                  : DebriefCue.ARRIVED
              : DebriefCue.STARTED;
      if ((early || late)
          && near(about, sentence, length.begin(), length.end())
          && !picks.containsKey(about)) {
        picks.put(about, new Pick(early ? -length.minutes() : length.minutes(), Known.DAY, true));
        role = about;
      }
    }
  }

  private boolean near(DebriefCue cue, String sentence, int begin, int end) {
    return words.all(cue, sentence).stream()
        .anyMatch(it -> it.end() > begin - FAR / 2 && it.start() < end + FAR / 2);
  }

  // ---- how long it was

  /** The last length told of the whole, and a bare number that puts it right. */
  private void length(String sentence) {
    var clocks = ClockWords.find(sentence, words.language());
    var lengths = new ArrayList<>(Lengths.find(sentence, words.language()));
    lengths.removeIf(it ->
        clocks.stream().anyMatch(clock -> it.begin() < clock.end() && it.end() > clock.begin()));
    boolean relative =
        lengths.stream()
            .anyMatch(it ->
                words
                        .matcher(DebriefCue.EARLY, sentence.substring(it.end()).stripLeading())
                        .lookingAt()
                    || words
                        .matcher(DebriefCue.LATE, sentence.substring(it.end()).stripLeading())
                        .lookingAt());
    if (lengths.isEmpty() || relative || PersonFinder.namesSomebody(sentence, words)) {
      return;
    }
    var length = lengths.getLast();
    told = length.minutes();
    for (var correction : words.all(DebriefCue.CORRECTS, sentence.substring(length.end()))) {
      var rest = sentence.substring(length.end() + correction.end());
      var number = BARE_NUMBER.matcher(rest);
      if (number.lookingAt()) {
        told = Integer.parseInt(number.group(1));
      }
    }
  }

  private static final Pattern BARE_NUMBER = Pattern.compile(" ?(\\d{1,3})(?=[.,;!?]|$)");

  // ---- on the clock of 24 hours

  private Visit visit() {
    var times = resolved();
    var entered = times.get(DebriefCue.ENTERED);
    var arrived = times.get(DebriefCue.ARRIVED);
    if (video && entered != null) {
      arrived = arrived == null ? entered : arrived;
      entered = null;
    }
    var started = times.get(DebriefCue.STARTED);
    var ended = times.get(DebriefCue.ENDED);
    Integer minutes = told;
    if (started != null && ended != null && ended > started) {
      minutes = ended - started;
    }
    return new Visit(
        time(arrived),
        time(entered),
        time(times.get(DebriefCue.SCHEDULED)),
        time(started),
        time(ended),
        minutes == null || minutes > LONGEST ? null : minutes);
  }

  private Map<DebriefCue, Integer> resolved() {
    var times = new EnumMap<DebriefCue, Integer>(DebriefCue.class);
    var open = new ArrayList<DebriefCue>();
    for (var entry : picks.entrySet()) {
      var pick = entry.getValue();
      if (pick.fromScheduled()) {
        continue;
      }
      var candidates = candidates(pick);
      if (candidates.size() == 1) {
        times.put(entry.getKey(), candidates.getFirst());
      } else if (!candidates.isEmpty()) {
        open.add(entry.getKey());
      }
    }
    for (var cue : open) {
      var candidates = candidates(picks.getOrDefault(cue, new Pick(0, Known.DAY, false)));
      var middle = times.values().stream().mapToInt(it -> it).average();
      int best = candidates.getFirst();
      for (int candidate : candidates) {
        if (middle.isPresent()
            && Math.abs(candidate - middle.getAsDouble()) < Math.abs(best - middle.getAsDouble())) {
          best = candidate;
        }
      }
      times.put(cue, best);
    }
    var scheduled = times.get(DebriefCue.SCHEDULED);
    picks.forEach((cue, pick) -> {
      if (pick.fromScheduled() && scheduled != null) {
        times.put(cue, scheduled + pick.minutes());
      }
    });
    return times;
  }

  private List<Integer> candidates(Pick pick) {
    int minutes = Math.floorMod(pick.minutes(), DAY);
    if (pick.known() == Known.DAY) {
      return List.of(minutes);
    }
    var plausible = new ArrayList<Integer>();
    for (int candidate : new int[] {minutes % NOON, minutes % NOON + NOON}) {
      boolean past =
          toldBefore == null || candidate <= toldBefore.getHour() * 60 + toldBefore.getMinute();
      if (candidate >= FIRST && candidate <= LAST && (past || candidate < NOON)) {
        plausible.add(candidate);
      }
    }
    return plausible.isEmpty() ? List.of(minutes) : plausible;
  }

  private static @Nullable LocalTime time(@Nullable Integer minutes) {
    return minutes == null ? null : LocalTime.MIN.plusMinutes(Math.floorMod(minutes, DAY));
  }
}
