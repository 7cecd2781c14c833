package io.politely.patience;

import static io.politely.patience.Feature.*;
import static io.politely.patience.Time.DAY;
import static io.politely.patience.Time.HOUR;

import io.politely.patience.Discussion.Part;
import io.politely.reading.Act;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A letter and one of its readers at a moment, in numbers of about one, of nothing but the past.
 *
 * <p>Rates are shrunk towards what is usual by pseudo-counts: a reader's towards all (5), a role's
 * towards the reader's in that role (4), a writer's and reader's towards the reader's (3).
 */
final class Situation {

  private static final Feature[] FEATURES = Feature.values();

  /** How many there are. */
  static final int SIZE = FEATURES.length;

  private static final int MOST_TURNS = 12;
  private static final int FEW_WORDS = 12;
  private static final double NOT_FOR_YEARS = 2;

  private final float[] numbers = new float[SIZE];
  private final Awaited awaited;
  private final Post post;
  private final Habits reader;
  private final Habits writer;
  private final Averages averages;
  private final @Nullable Rate domain;
  private final @Nullable Between pair;
  private final @Nullable Part part;
  private final long now;
  private final double usual;
  private final double rate;

  private Situation(
      Awaited awaited, Habits writer, Averages averages, @Nullable Rate domain, long now) {
    this.awaited = awaited;
    this.writer = writer;
    this.averages = averages;
    this.domain = domain;
    this.now = now;
    post = awaited.post;
    reader = awaited.reader;
    pair = reader.knownFrom(writer.person);
    part = post.discussion.knownPart(reader.person);
    usual = averages.rate();
    rate = rate(reader);
  }

  /**
   * In numbers, by {@link Feature}.
   *
   * @param domain what readers of the same domain do, or null where nothing is known of it
   * @param now when the letter is sent, or later, while it is not answered
   */
  static float[] of(
      Awaited awaited, Habits writer, Averages averages, @Nullable Rate domain, long now) {
    var situation = new Situation(awaited, writer, averages, domain, now);
    situation.habit();
    situation.pair();
    situation.activity();
    situation.writer();
    situation.addressing();
    situation.parent();
    situation.discussion();
    situation.contents();
    situation.reactions();
    situation.day();
    if (now > awaited.post.at) {
      situation.since();
    }
    return situation.numbers;
  }

  /** For tests and for the reasons of a chance: the names of all that is not zero. */
  static String told(float[] numbers) {
    var told = new StringBuilder();
    Arrays.stream(FEATURES)
        .filter(feature -> numbers[feature.place()] != 0)
        .forEach(feature ->
            told.append(feature).append('=').append(numbers[feature.place()]).append('\n'));
    return told.toString();
  }

  private void habit() {
    set(RATE, Odds.of(rate));
    set(LATELY, Odds.of(reader.all.lately(now, rate, 3)) - Odds.of(rate));
    set(ROLE_RATE, Odds.of(inRole(awaited)));
    set(DOMAIN_RATE, domain == null ? 0 : aboveUsual(domain.rate(usual, 5)));
    set(EVIDENCE, Math.log1p(reader.all.asked) / 3);
    set(NEVER_ADDRESSED, reader.all.asked == 0);
    set(RATE_IN_COPY, awaited.to.cc() ? aboveUsual(rate) : 0);
    set(RATE_AMONG_MANY, aboveUsual(rate) * Math.log(post.awaited.size()) / 2);
    set(RATE_AT_BEGINNING, post.parent == null ? aboveUsual(rate) : 0);
    set(RATE_IN_DISCUSSION, takesPart() ? aboveUsual(rate) : 0);
    set(OFTEN_LATE, Odds.of(lateShare()) - Odds.of(averages.lateShare()));
    double hours = averages.meanLogHours();
    set(HOURS, ((reader.logHours + 3 * hours) / (reader.answers + 3) - hours) / 2);
  }

  private double lateShare() {
    return (reader.lateAnswers + 3 * averages.lateShare()) / (reader.answers + 3);
  }

  private void pair() {
    set(FIRST_LETTER, pair == null || pair.letters == 0);
    if (pair == null) {
      return;
    }
    int streak = Math.min(6, pair.streak);
    set(PAIR_RATE, Odds.of(pair.rate.rate(rate, 3)) - Odds.of(rate));
    set(PAIR_KNOWN, Math.log1p(pair.rate.answered) / 2);
    set(STREAK, streak / 3.0);
    set(ANY_STREAK, streak > 0);
    set(ANSWERED_LATELY, pair.everAnswered() ? Time.fading(now, pair.lastAnswer, 14 * DAY) : 0);
    set(NEVER_ANSWERED, pair.letters > 0 && !pair.everAnswered());
  }

  private void activity() {
    set(NEVER_WROTE, !reader.hasWritten());
    set(SINCE_WROTE, reader.hasWritten() ? Time.days(now, reader.lastWrote()) / 3 : NOT_FOR_YEARS);
    set(WROTE_IN_HOURS, reader.hasWrittenSince(now - 2 * HOUR));
    set(WROTE_IN_A_DAY, reader.hasWrittenSince(now - DAY));
    set(WROTE_IN_A_WEEK, reader.hasWrittenSince(now - 7 * DAY));
    set(WROTE_IN_A_MONTH, reader.hasWrittenSince(now - 30 * DAY));
    set(WRITES_MUCH, Math.log1p(reader.activity(now)) / 2);
    set(GIVES, Odds.of((reader.wrote() + 1) / (reader.wrote() + reader.all.asked + 4)) / 2);
    set(GETS_MUCH, Math.log1p(reader.load(now)) / 2);
    set(OPEN, Math.log1p(Math.max(0, reader.open)) / 2);
  }

  private void writer() {
    set(WRITER_RATE, aboveUsual(writer.written.rate(usual, 8)));
    set(WRITER_NEW, !writer.hasWritten());
    set(WRITER_WROTE, Math.log1p(writer.wrote()) / 3);
    set(WRITER_ACTIVITY, Math.log1p(writer.activity(now)) / 2);
  }

  private void addressing() {
    int size = post.awaited.size();
    int position = Math.max(0, post.awaited.indexOf(awaited));
    boolean named = awaited.to.greeted() || awaited.to.mentioned();
    set(IN_COPY, awaited.to.cc());
    set(RECIPIENTS, Math.log(size) / 2);
    set(ALONE, size == 1);
    set(FIRST, position == 0 && size > 1);
    set(POSITION, Math.log1p(position) / 2);
    set(GREETED, awaited.to.greeted());
    set(MENTIONED, awaited.to.mentioned());
    set(NAMED_AND_ASKED, named && post.contents.marks() > 0);
    double mine = inRole(awaited);
    double best = 0;
    double sum = 0;
    int rank = 0;
    boolean another = false;
    for (var other : post.awaited) {
      if (other != awaited) {
        double theirs = inRole(other);
        best = Math.max(best, theirs);
        sum += theirs;
        rank += theirs > mine ? 1 : 0;
        another |= other.to.greeted();
      }
    }
    set(ANOTHER_GREETED, another);
    set(RANK, Math.log1p(rank));
    set(BEST_OTHER, size == 1 ? 0 : aboveUsual(best));
    set(ALL_OTHERS, Math.log1p(sum));
  }

  private void parent() {
    var parent = post.parent;
    set(ANSWERS_THEM, awaited.answersThem);
    if (parent == null) {
      return;
    }
    var before = parent.parent;
    set(ANSWERS_ITSELF, parent.from == post.from);
    set(GOES_BACK_TO_THEM, before != null && before.from == reader.person);
    set(TURNS, Math.log1p(turns()));
    if (awaited.answersThem) {
      set(ANSWERS_THEM_SOON, Time.fading(post.at, parent.at, DAY));
      if (before != null && before.from == post.from) {
        set(THEIR_PACE, Time.fading(parent.at, before.at, DAY / 2.0));
      }
    }
  }

  /** How often the two answered each other, up to this letter. */
  private int turns() {
    int turns = 0;
    var at = post;
    while (at.parent != null && turns < MOST_TURNS) {
      int other = at.from == reader.person ? post.from : reader.person;
      if (at.parent.from != other) {
        return turns;
      }
      turns++;
      at = at.parent;
    }
    return turns;
  }

  private void discussion() {
    var discussion = post.discussion;
    set(DEPTH, Math.log1p(post.depth));
    set(LETTERS, Math.log1p(discussion.letters) / 2);
    set(AGE, Time.days(now, discussion.begunAt) / 3);
    set(PEOPLE, Math.log1p(discussion.people()) / 2);
    set(THEY_BEGAN, post.depth > 0 && discussion.begunBy == reader.person);
    if (part == null) {
      return;
    }
    // The letter itself is among those asked once it is sent.
    int unanswered = part.asked - part.answered - (now > post.at ? 1 : 0);
    set(UNANSWERED_HERE, Math.log1p(Math.max(0, unanswered)) / 2);
    set(ANSWERED_HERE, part.answered > 0);
    set(
        DISCUSSION_RATE,
        part.asked == 0
            ? 0
            : Odds.of((part.answered + 1.5 * rate) / (part.asked + 1.5)) - Odds.of(rate));
    if (part.hasWritten()) {
      set(TAKES_PART, 1);
      set(TAKES_PART_OFTEN, Math.log(part.wrote));
      set(TOOK_PART_LATELY, Time.fading(now, part.lastWrote, 2 * DAY));
      set(LETTERS_SINCE, Math.log1p(Math.max(0, discussion.letters - part.lettersThen)) / 2);
    }
  }

  private void contents() {
    var contents = post.contents;
    var series = contents.series();
    set(REPLY, contents.reply());
    set(REPLY_TO_UNKNOWN, contents.reply() && post.parent == null);
    set(SUBMITS, series.submits() && !contents.reply());
    set(INTRODUCES_SERIES, series.part() == 0);
    set(PART, Math.log1p(series.part()) / 2);
    set(REVISION, Math.log(Math.max(1, series.revision())));
    set(ASKS, Math.log1p(contents.asks()));
    set(QUESTIONS, Math.log1p(contents.questions()));
    set(MARKS, Math.log1p(contents.marks()));
    set(ENDS_ASKING, contents.endsAsking());
    set(THANKS, contents.does(Act.THANKS_ONLY));
    set(DONE, contents.does(Act.DONE));
    set(SUBMISSION, contents.does(Act.SUBMISSION));
    set(OBJECTION, contents.does(Act.OBJECTION));
    set(PROMISE, contents.does(Act.PROMISE));
    set(AUTOMATIC, contents.automatic());
    set(ATTACHED, contents.attached());
    set(LENGTH, Math.log1p(contents.words()) / 4);
    set(SHORT, contents.words() < FEW_WORDS);
  }

  /** The same sentence means more to those whom it answers. */
  private void reactions() {
    var contents = post.contents;
    boolean theirs = awaited.answersThem;
    set(ASKS_BACK, theirs && contents.wantsAnswer());
    set(ASKS_IN_DISCUSSION, !theirs && takesPart() && contents.marks() > 0);
    set(THANKS_THEM, theirs && contents.does(Act.THANKS_ONLY));
    set(DONE_FOR_THEM, theirs && contents.does(Act.DONE));
    set(LENGTH_TO_THEM, theirs ? Math.log1p(contents.words()) / 4 : 0);
  }

  /** By the calendar in UTC: the clocks of most readers are not known. */
  private void day() {
    int day = (int) Math.floorMod(post.at / DAY + 3, 7L); // 1970 began on a Thursday; 0 is Monday
    set(FRIDAY, day == 4);
    set(WEEKEND, day > 4);
  }

  private void since() {
    var discussion = post.discussion;
    var own = discussion.knownPart(post.from);
    set(WROTE_SINCE, reader.hasWrittenSince(post.at));
    set(
        WROTE_JUST_NOW,
        reader.hasWrittenSince(post.at) ? Time.fading(now, reader.lastWrote(), DAY) : 0);
    set(ANSWERED_US_SINCE, pair != null && pair.lastAnswer > post.at);
    set(TOOK_PART_SINCE, part != null && part.hasWritten() && part.lastWrote > post.at);
    set(OTHERS_WENT_ON, discussion.lastAt > post.at);
    set(SOMEBODY_ANSWERED, post.answers > 0);
    set(WRITER_WENT_ON, own != null && own.hasWritten() && own.lastWrote > post.at);
    set(STILL_ALIVE, Time.fading(now, discussion.lastAt, DAY));
    double silent = reader.all.asked - reader.answers + reader.lateAnswers;
    set(
        LATE_RATE,
        Odds.of(
            (reader.lateAnswers + 5 * averages.lateShare() * usual) / (Math.max(0, silent) + 5)));
    set(DAYS_SILENT, Math.log((now - post.at) / (double) DAY) / 2);
  }

  private boolean takesPart() {
    return part != null && part.hasWritten();
  }

  private double rate(Habits habits) {
    return habits.all.rate(usual, 5);
  }

  private double aboveUsual(double chance) {
    return Odds.of(chance) - Odds.of(usual);
  }

  /** What a reader does with letters that come to them in this way. */
  private double inRole(Awaited other) {
    double kind = Odds.of(averages.rate(other.kind()));
    double expected = Odds.chance(kind + 0.7 * aboveUsual(rate(other.reader)));
    return other.role().rate(expected, 4);
  }

  private void set(Feature feature, double value) {
    numbers[feature.place()] = (float) value;
  }

  private void set(Feature feature, boolean is) {
    numbers[feature.place()] = is ? 1 : 0;
  }
}
