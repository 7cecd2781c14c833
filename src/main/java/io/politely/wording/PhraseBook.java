package io.politely.wording;

import io.politely.wording.Prose.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All phrases that are known, found by their first words. */
final class PhraseBook {

  /** The section that names classes of words. */
  private static final String WORDS = "[words]";

  private static final Pattern CLASS = Pattern.compile("@[a-z]+");

  /** Sentences of fewer or more words are not taken for empty as a whole. */
  private static final int FEWEST_WORDS = 4;

  private static final int MOST_WORDS = 24;

  /** The section of words that say nothing by themselves, and make no phrase. */
  private static final String LIGHT = "[light]";

  private record Entry(Cue cue, Phrase phrase) {}

  /** A phrase in any order, if the sentence says nothing but words that are light. */
  private record Bag(Cue cue, Phrase phrase, LightWords light) {}

  /**
   * Where a phrase stands.
   *
   * @param begin where its first word begins in the text
   * @param end where its last word ends
   */
  record Found(Cue cue, int begin, int end) {}

  private final Map<String, List<Entry>> byFirstWord = new HashMap<>();

  /** Those that begin with a part of a word, a number. */
  private final List<Entry> others = new ArrayList<>();

  private final List<Bag> bags = new ArrayList<>();
  private final Map<String, LightWords> light = new HashMap<>();

  private PhraseBook() {}

  /** Reads a table of phrases; its notation is explained at its top. */
  static PhraseBook of(String table) {
    var book = new PhraseBook();
    var classes = new HashMap<String, String>();
    Cue cue = null;
    boolean isLight = false;
    for (var line : table.split("\n", -1)) {
      if (line.startsWith("[")) {
        isLight = line.equals(LIGHT);
        cue = line.equals(WORDS) || isLight ? null : Cue.of(line.substring(1, line.indexOf(']')));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        var language = line.substring(0, 2);
        var rest = line.substring(3);
        var light = book.light.computeIfAbsent(language, _ -> new LightWords());
        if (isLight) {
          light.add(rest);
        } else if (cue == null) {
          int end = rest.indexOf(' ');
          classes.put(language + rest.substring(0, end), rest.substring(end + 1));
        } else {
          var phrases = expanded(rest, language, classes);
          if (cue.isEmpty()) {
            light.add(phrases);
          }
          for (var phrase : phrases.split(" \\| ", -1)) {
            book.add(cue, Phrase.of(phrase), light);
          }
        }
      }
    }
    return book;
  }

  /** With the words themselves in place of the names of classes of words. */
  private static String expanded(String phrases, String language, Map<String, String> classes) {
    return CLASS
        .matcher(phrases)
        .replaceAll(name -> {
          var words = classes.get(language + name.group());
          if (words == null) {
            throw new IllegalArgumentException(
                "No words are named %s in %s".formatted(name.group(), language));
          }
          return Matcher.quoteReplacement(words);
        });
  }

  private void add(Cue cue, Phrase phrase, LightWords light) {
    if (phrase.isBag()) {
      bags.add(new Bag(cue, phrase, light));
    } else {
      add(new Entry(cue, phrase));
    }
  }

  private void add(Entry entry) {
    for (var word : entry.phrase().firstWords().stream().distinct().toList()) {
      if (word.endsWith("~") || word.equals("#")) {
        others.add(entry);
      } else {
        byFirstWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(entry);
      }
    }
  }

  /** All that stand in a sentence, in order of their beginnings. */
  List<Found> in(Sentence sentence) {
    var found = new ArrayList<Found>();
    addBags(sentence, found);
    var words = sentence.words();
    for (int at = 0; at < words.size(); at++) {
      var word = words.get(at);
      add(byFirstWord.getOrDefault(word.text(), List.of()), sentence, at, found);
      if (!word.bare().equals(word.text())) {
        add(byFirstWord.getOrDefault(word.bare(), List.of()), sentence, at, found);
      }
      add(others, sentence, at, found);
    }
    return found;
  }

  /** A whole sentence says what a bag says. */
  private void addBags(Sentence sentence, List<Found> found) {
    var words = sentence.words();
    if (words.size() < FEWEST_WORDS || words.size() > MOST_WORDS) {
      return;
    }
    var hollow = light.values().stream().filter(it -> it.areAllOf(sentence)).toList();
    for (var bag : bags) {
      if (hollow.contains(bag.light()) && bag.phrase().standsAnywhereIn(sentence)) {
        found.add(new Found(bag.cue(), words.getFirst().begin(), words.getLast().end()));
      }
    }
  }

  private static void add(List<Entry> entries, Sentence sentence, int at, List<Found> found) {
    for (var entry : entries) {
      int end = entry.phrase().endFrom(sentence, at);
      if (end > 0) {
        var words = sentence.words();
        found.add(new Found(entry.cue(), words.get(at).begin(), words.get(end - 1).end()));
      }
    }
  }
}
