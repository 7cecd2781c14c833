package io.politely.patience;

import static io.politely.patience.Time.DAY;
import static io.politely.patience.Time.HORIZON;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;

/**
 * Who answered whom, letter by letter in the order of time. Hands out each letter with each of its
 * readers when it is sent, and again at the {@linkplain #LOOKS looks} while it is not answered;
 * what it hands out knows nothing of what comes later.
 */
final class Past {

  /** How long after a letter was sent it is looked at again, in seconds. */
  private static final long[] LOOKS = {DAY, 3 * DAY, 7 * DAY, 14 * DAY};

  /** At the second look a letter without an answer counts as one: nine in ten answers are in. */
  private static final int COUNTED_AT = 1;

  /** More readers make no letter but a circular. */
  private static final int MOST_READERS = 60;

  /** Takes what there is to be learned from. */
  interface Watcher {

    /** A letter and one of its readers, {@code after} seconds after it was sent. */
    void sees(Awaited awaited, long after, float[] situation);
  }

  private record Look(Awaited awaited, long at) {}

  private final Watcher watcher;
  private final Averages averages;
  private final Map<Integer, Habits> people = new HashMap<>();
  private final Map<Integer, Rate> domains = new HashMap<>();
  private final Map<String, Post> posts = new HashMap<>();
  private final List<Queue<Look>> looks = new ArrayList<>();
  private final Queue<Post> young = new ArrayDeque<>();

  /** Begins with nothing. */
  Past(Watcher watcher) {
    this(watcher, new Averages());
  }

  /** Begins with what was usual before. */
  Past(Watcher watcher, Averages averages) {
    this.watcher = watcher;
    this.averages = averages;
    for (int i = 0; i < LOOKS.length; i++) {
      looks.add(new ArrayDeque<>());
    }
  }

  /** Goes on with what was known of somebody before. */
  void remember(Habits habits) {
    people.put(habits.person, habits);
  }

  /** Adds the next letter; one with an id that was there before is the same. */
  void add(Sent sent) {
    advance(sent.at());
    if (posts.containsKey(sent.id())) {
      return;
    }
    var post = place(sent, this::answered);
    habits(sent.from()).write(sent.at());
    post.awaited.forEach(this::await);
  }

  /**
   * Adds the next letter of a conversation that is counted in what is {@linkplain #remember
   * remembered}: it changes the conversation, and no habits.
   */
  void recall(Sent sent) {
    var post = place(sent, Awaited::answered);
    habits(sent.from()).heard(sent.at());
    post.awaited.forEach(it -> it.post.discussion.part(it.reader.person).asked++);
  }

  private Post place(Sent sent, ObjLongConsumer<Awaited> answered) {
    var parent = sent.answers() == null ? null : posts.get(sent.answers());
    var post = new Post(sent, parent);
    posts.put(sent.id(), post);
    young.add(post);
    if (parent != null) {
      answer(parent, sent.from(), sent.at(), answered);
    }
    post.awaited = awaited(post, sent.to());
    for (var awaited : post.awaited) {
      watcher.sees(awaited, 0, situation(awaited, sent.at()));
    }
    post.discussion.wrote(sent.from(), sent.at());
    return post;
  }

  /** Lets time pass up to a moment: looks at letters again whose time has come. */
  void advance(long now) {
    for (var next = next(now); next >= 0; next = next(now)) {
      var look = looks.get(next).remove();
      if (next == COUNTED_AT && !look.awaited().counted) {
        count(look.awaited(), look.at());
      }
      if (!look.awaited().isAnswered()) {
        watcher.sees(look.awaited(), LOOKS[next], situation(look.awaited(), look.at()));
      }
    }
    while (!young.isEmpty() && young.peek().at + HORIZON < now) {
      young.remove().awaited = List.of();
    }
  }

  /** A letter with all its readers; empty where it is not known, or older than the horizon. */
  List<Awaited> awaitedOf(String id) {
    var post = posts.get(id);
    return post == null ? List.of() : post.awaited;
  }

  /** A letter and one of its readers at a moment, which is not before any letter added. */
  float[] situation(Awaited awaited, long now) {
    return Situation.of(
        awaited, habits(awaited.post.from), averages, domains.get(awaited.to.domain()), now);
  }

  Averages averages() {
    return averages;
  }

  Habits habits(int person) {
    return people.computeIfAbsent(person, Habits::new);
  }

  Collection<Habits> people() {
    return people.values();
  }

  /** Which look comes next, or -1 where none does up to a moment. */
  private int next(long now) {
    int first = -1;
    long at = now;
    for (int i = 0; i < LOOKS.length; i++) {
      var look = looks.get(i).peek();
      if (look != null && (look.at() < at || (look.at() == at && first < 0))) {
        first = i;
        at = look.at();
      }
    }
    return first;
  }

  private List<Awaited> awaited(Post post, List<Sent.Addressed> to) {
    if (to.size() > MOST_READERS) {
      return List.of();
    }
    var awaited = new ArrayList<Awaited>(to.size());
    for (var addressed : to) {
      var reader = habits(addressed.person());
      awaited.add(new Awaited(post, reader, addressed, reader.all.rate(averages.rate(), 5)));
    }
    return List.copyOf(awaited);
  }

  private void await(Awaited awaited) {
    long sent = awaited.post.at;
    awaited.reader.receive(sent);
    awaited.reader.open++;
    awaited.reader.from(awaited.post.from).letters++;
    awaited.post.discussion.part(awaited.reader.person).asked++;
    for (int i = 0; i < LOOKS.length; i++) {
      looks.get(i).add(new Look(awaited, sent + LOOKS[i]));
    }
  }

  private static void answer(Post parent, int by, long now, ObjLongConsumer<Awaited> answered) {
    parent.answers++;
    for (var awaited : parent.awaited) {
      if (awaited.reader.person == by && !awaited.isAnswered() && now - parent.at <= HORIZON) {
        parent.discussion.part(by).answered++;
        answered.accept(awaited, now);
      }
    }
  }

  private void answered(Awaited awaited, long now) {
    awaited.answered(now);
    if (!awaited.counted) {
      count(awaited, now);
    }
    each(awaited, rate -> rate.answer(now));
    var reader = awaited.reader;
    var pair = reader.from(awaited.post.from);
    pair.streak = 0;
    pair.lastAnswer = now;
    long seconds = now - awaited.post.at;
    // Three minutes are as soon as anything.
    double logHours = Math.log(Math.max(0.05, seconds / (double) Time.HOUR));
    int late = seconds > DAY ? 1 : 0;
    reader.answers++;
    reader.lateAnswers += late;
    reader.logHours += logHours;
    averages.answers++;
    averages.lateAnswers += late;
    averages.logHours += logHours;
  }

  private void count(Awaited awaited, long now) {
    awaited.counted = true;
    awaited.reader.open--;
    each(awaited, rate -> rate.ask(now));
    if (!awaited.isAnswered()) {
      awaited.reader.from(awaited.post.from).streak++;
    }
  }

  private void each(Awaited awaited, Consumer<Rate> action) {
    var reader = awaited.reader;
    int writer = awaited.post.from;
    Arrays.asList(
            averages.all,
            averages.byKind[awaited.kind()],
            reader.all,
            awaited.role(),
            reader.from(writer).rate,
            habits(writer).written,
            domains.computeIfAbsent(awaited.to.domain(), _ -> new Rate()))
        .forEach(action);
  }
}
