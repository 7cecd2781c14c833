package io.politely.patience;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody does with letters, and how much they write. */
final class Habits {

  static final int NUMBERS = 5 * Rate.NUMBERS + 10;

  private static final double MONTH = 30 * Time.DAY;
  private static final double WEEK = 7 * Time.DAY;

  final int person;

  /** Of letters to them: all; those that answer them; others in To; others in Cc. */
  Rate all = new Rate();

  Rate answering = new Rate();
  Rate to = new Rate();
  Rate cc = new Rate();

  /** Of letters that they wrote. */
  Rate written = new Rate();

  private double wrote;
  private long lastWrote;
  private double activity;
  private long activityAt;
  private double load;
  private long loadAt;

  /** Answers given, and how many of them came after more than a day. */
  double answers;

  double lateAnswers;

  /** The sum over answers of the logarithm of the hours that they took. */
  double logHours;

  /** Letters to them that are not old enough to count, answered or not. */
  int open;

  private final Map<Integer, Between> fromWriters = new HashMap<>();

  Habits(int person) {
    this.person = person;
  }

  static Habits read(int person, double[] numbers) {
    var habits = new Habits(person);
    habits.all = Rate.read(numbers, 0);
    habits.answering = Rate.read(numbers, Rate.NUMBERS);
    habits.to = Rate.read(numbers, 2 * Rate.NUMBERS);
    habits.cc = Rate.read(numbers, 3 * Rate.NUMBERS);
    habits.written = Rate.read(numbers, 4 * Rate.NUMBERS);
    int at = 5 * Rate.NUMBERS;
    habits.wrote = numbers[at++];
    habits.lastWrote = (long) numbers[at++];
    habits.activity = numbers[at++];
    habits.activityAt = (long) numbers[at++];
    habits.load = numbers[at++];
    habits.loadAt = (long) numbers[at++];
    habits.answers = numbers[at++];
    habits.lateAnswers = numbers[at++];
    habits.logHours = numbers[at++];
    habits.open = (int) numbers[at];
    return habits;
  }

  double[] numbers() {
    var numbers = new double[NUMBERS];
    all.write(numbers, 0);
    answering.write(numbers, Rate.NUMBERS);
    to.write(numbers, 2 * Rate.NUMBERS);
    cc.write(numbers, 3 * Rate.NUMBERS);
    written.write(numbers, 4 * Rate.NUMBERS);
    int at = 5 * Rate.NUMBERS;
    numbers[at++] = wrote;
    numbers[at++] = lastWrote;
    numbers[at++] = activity;
    numbers[at++] = activityAt;
    numbers[at++] = load;
    numbers[at++] = loadAt;
    numbers[at++] = answers;
    numbers[at++] = lateAnswers;
    numbers[at++] = logHours;
    numbers[at] = open;
    return numbers;
  }

  void write(long now) {
    activity = activity(now) + 1;
    activityAt = now;
    wrote++;
    lastWrote = now;
  }

  /** They wrote, which is counted elsewhere or not at all. */
  void heard(long now) {
    lastWrote = Math.max(lastWrote, now);
  }

  void receive(long now) {
    load = load(now) + 1;
    loadAt = now;
  }

  boolean hasWritten() {
    return wrote > 0;
  }

  double wrote() {
    return wrote;
  }

  long lastWrote() {
    return lastWrote;
  }

  boolean hasWrittenSince(long then) {
    return hasWritten() && lastWrote > then;
  }

  /** Letters written in about the last month. */
  double activity(long now) {
    return activity * Time.fading(now, activityAt, MONTH);
  }

  /** Letters received in about the last week. */
  double load(long now) {
    return load * Time.fading(now, loadAt, WEEK);
  }

  Between from(int writer) {
    return fromWriters.computeIfAbsent(writer, _ -> new Between());
  }

  @Nullable Between knownFrom(int writer) {
    return fromWriters.get(writer);
  }

  void remember(int writer, Between between) {
    fromWriters.put(writer, between);
  }
}
