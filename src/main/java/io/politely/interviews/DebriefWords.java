package io.politely.interviews;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words by which a debrief is read in one language: for each cue one pattern of whole words.
 */
final class DebriefWords {

  private static final Map<String, DebriefWords> BY_LANGUAGE = new HashMap<>();

  private static final DebriefWords ENGLISH = new DebriefWords("en", EnglishDebrief.WORDS);

  static {
    BY_LANGUAGE.put("en", ENGLISH);
    put("de", GermanDebrief.WORDS);
    put("fr", FrenchDebrief.WORDS);
    put("es", SpanishDebrief.WORDS);
    put("it", ItalianDebrief.WORDS);
    put("nl", DutchDebrief.WORDS);
    put("pt", PortugueseDebrief.WORDS);
  }

  private final String language;
  private final Map<DebriefCue, Pattern> patterns = new EnumMap<>(DebriefCue.class);

  private DebriefWords(String language, String table) {
    this.language = language;
    table
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> {
          int space = line.indexOf(' ');
          patterns.put(
              DebriefCue.valueOf(line.substring(0, space)), wholeWords(line.substring(space + 1)));
        });
  }

  private static void put(String language, String table) {
    BY_LANGUAGE.put(language, new DebriefWords(language, table));
  }

  /** Of a language by its two letters; of one that is not read, English. */
  static DebriefWords of(String language) {
    return BY_LANGUAGE.getOrDefault(language, ENGLISH);
  }

  String language() {
    return language;
  }

  boolean has(DebriefCue cue, String text) {
    return matcher(cue, text).find();
  }

  Matcher matcher(DebriefCue cue, String text) {
    return patterns.getOrDefault(cue, NEVER).matcher(text);
  }

  /** Where the words of a cue stand in a text, in order. */
  List<MatchResult> all(DebriefCue cue, String text) {
    var found = new ArrayList<MatchResult>();
    var matcher = matcher(cue, text);
    while (matcher.find()) {
      found.add(matcher.toMatchResult());
    }
    return found;
  }

  int count(DebriefCue cue, String text) {
    return all(cue, text).size();
  }

  /** Where the first word of a cue begins; -1 without one. */
  int first(DebriefCue cue, String text) {
    var matcher = matcher(cue, text);
    return matcher.find() ? matcher.start() : -1;
  }

  private static final Pattern NEVER = Pattern.compile("(?!)");

  private static Pattern wholeWords(String alternatives) {
    return Pattern.compile(
        "(?<![\\w])(?:" + alternatives + ")(?![\\w])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  }
}
