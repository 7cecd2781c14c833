package io.politely.touches;

import io.politely.reading.NamedDay;
import io.politely.touches.Understood.Name;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A line that was noted: its clauses, the days and times in it, and what looks like a name. */
final class NoteText {

  /** A part of the line that says one thing. */
  record Clause(int begin, int end) {}

  private record Token(int begin, int end, String word) {

    String low() {
      return lower(word);
    }

    boolean isCapital() {
      return Character.isUpperCase(word.codePointAt(0));
    }
  }

  private static final String VERB =
      "called|calls|rang|phoned|spoke|talked|chatted|left|texted|messaged|pinged|sent|met|promised?|promises|agreed|committed|offered|will|would|didn't|did"
          + " not|got|tried|told|said|says|asked|owes?|owe|is going|am going|are"
          + " going|wants|wrote|connected|went|no answer|visited|interviewed|confirmed|emailed";

  private static final Pattern BOUNDARY =
      Pattern.compile(
          "[,;!?\\n|]|\\.(?=\\s|$)|\\s[-–—]+\\s|:\\s"
              + "|\\s(?:and|but|then|so|&)(?:\\s+then)?\\s+(?=(?:(?:i|we|he|she|they)'ll\\b)|(?:[\\p{L}'-]+\\s+)?(?:"
              + VERB
              + ")\\b)");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'.-]*");

  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\p{N}:])(?:(?<limit>by|before|until) )?(?:(?<at>at|around|@|by)"
              + " ?)?(?:(?<noon>noon|midday)|(?<hour>\\d{1,2})(?:[:.h](?<minute>\\d{2}))?"
              + " ?(?<half>[ap]\\.?m\\b\\.?)?)(?!\\p{N}|:\\p{N}|/)");

  private static final Pattern LIMIT_TODAY =
      Pattern.compile(
          "\\bby (?:\\d{1,2}(?::\\d{2})? ?[ap]m|noon|\\d{1,2}:\\d{2}|tonight|lunch(?:time)?)\\b");

  private static final Pattern AGO =
      Pattern.compile("\\b(\\d{1,3}|an?|half an|a few) (min(?:ute)?s?|h(?:ou)?rs?) ago\\b");

  /** Small words, and those of cues: no name begins with one, or goes on with one. */
  private static final Set<String> NO_NAME =
      Set.of(
          ("a about after afternoon again all already also am an and another answer answered any"
               + " are as asked at back be been before boss but by call called calls candidate chat"
               + " chatted ceo client coffee cto customer demo did didn't dinner do done email"
               + " emailed evening everybody everyone for from good got had has have he heard her"
               + " here him his hiring hr i i'd i'll i've if in inmail interview interviewed into"
               + " is it its just last left li linkedin lunch manager me meeting message messaged"
               + " met morning mr mrs ms dr my no nobody not note now of off ok on one our out over"
               + " owe owes phone phoned pinged promised quick quickly rang re reached recruiter"
               + " regarding said saw says sent she short sms so soon spoke still talked team teams"
               + " text texted that the their them then they this to today tomorrow tonight told"
               + " tried twice up us via visited vm voicemail wants was we went were what when"
               + " whatsapp which who with w/ would cv nda sow rfp msa po pdf yesterday you zoom"
               + " briefly once three two long great nice voice mail no-show cold straight through"
               + " mobile cell office desk work home company firm agency")
              .split(" "));

  /** No names either, unless they begin with a capital letter: May, Will. */
  private static final Set<String> SMALL_WORDS =
      Set.of(
          "need",
          "needs",
          "should",
          "must",
          "might",
          "may",
          "can",
          "could",
          "let's",
          "plan",
          "planned",
          "want",
          "hope",
          "please",
          "remember",
          "thanks",
          "will");

  /** Between a cue and a name. */
  private static final Set<String> FILLERS =
      Set.of(
          "with",
          "w/",
          "to",
          "from",
          "for",
          "by",
          "back",
          "again",
          "up",
          "out",
          "a",
          "an",
          "quick",
          "quickly",
          "briefly",
          "message",
          "text",
          "voicemail",
          "vm",
          "mr",
          "mrs",
          "ms",
          "dr",
          "mr.",
          "mrs.",
          "ms.",
          "dr.",
          "invite",
          "request",
          "note",
          "at",
          "length",
          "over",
          "the",
          "phone",
          "good",
          "long",
          "short",
          "call",
          "chat",
          "another",
          "linkedin",
          "on",
          "via");

  private static final Set<String> NO_ARTICLE = Set.of("the", "a", "an", "on", "at", "over", "via");

  private static final Set<String> JOINS = Set.of("and", "&", "+", ",", "/");
  private static final Set<String> INTRODUCES = Set.of("with", "w/", "to", "from", "for", "by");
  private static final Set<String> OF_COMPANY = Set.of("at", "@", "from", "of");
  private static final Set<String> TOPIC = Set.of("about", "re", "regarding", "concerning");
  private static final Pattern TOPIC_BEGINS =
      Pattern.compile("\\b(?:about|re|regarding|concerning)\\b");
  private static final int MOST_WORDS_OF_NAME = 3;
  private static final int LAST_MORNING_HOUR = 6;

  private final String line;
  private final String low;
  private final List<NamedDay> days;
  private final List<Token> tokens = new ArrayList<>();

  NoteText(String line, LocalDate today, ZoneId zone) {
    this.line = line.replace('’', '\'').replace('‘', '\'').replaceAll("[\\r\\n\\t]", " ");
    this.low = lower(this.line);
    this.days = NamedDay.in(this.line, today, zone);
    var words = Pattern.compile("w/|" + WORD.pattern() + "|[,&+/@(]").matcher(this.line);
    while (words.find()) {
      var whole = words.group().replaceAll("[.'-]+$", "");
      var word = whole.replaceAll("'s$", "");
      if (!isInDay(words.start()) && !word.isEmpty()) {
        tokens.add(new Token(words.start(), words.start() + whole.length(), word));
      }
    }
  }

  /** As long as the text itself, unlike {@link String#toLowerCase}. */
  private static String lower(String text) {
    var lower = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      lower.append(Character.toLowerCase(text.charAt(i)));
    }
    return lower.toString();
  }

  String low(int begin, int end) {
    return low.substring(begin, Math.max(begin, end));
  }

  /** The same without days, times, and words that only join. */
  String plain(int begin, int end) {
    return without(begin, end)
        .toLowerCase(Locale.ROOT)
        .replaceAll("^(?:(?:and|then|but|so|also|just|today|yesterday|now) )+", "")
        .replaceAll("(?:^| )(?:also|just|then|already|finally|now|has|have|had)$", "");
  }

  /** The words of a part, without the days and times that it names. */
  String without(int begin, int end) {
    var words = new StringBuilder(line.substring(begin, Math.max(begin, end)));
    for (var day : days) {
      for (int i = Math.max(day.begin(), begin); i < Math.min(day.end(), end); i++) {
        words.setCharAt(i - begin, ' ');
      }
    }
    return words
        .toString()
        .replaceAll(
            "(?i)\\b(?:by|at|before|around|until) (?:\\d{1,2}(?::\\d{2})?"
                + " ?[ap]m|\\d{1,2}:\\d{2}|noon|tonight)\\b",
            " ")
        .replaceAll("\\s+", " ")
        .replaceAll("^[\\s,.:;-]+|[\\s,.:;-]+$", "")
        .replaceAll("(?i)\\s(?:by|on|at|until|before)$", "");
  }

  List<Clause> clauses() {
    var clauses = new ArrayList<Clause>();
    var boundary = BOUNDARY.matcher(low);
    int begin = 0;
    while (boundary.find()) {
      if (!isInDay(boundary.start())) {
        add(clauses, begin, boundary.start());
        begin = boundary.end();
      }
    }
    add(clauses, begin, line.length());
    return clauses;
  }

  private void add(List<Clause> clauses, int begin, int end) {
    int first = begin;
    while (first < end && line.charAt(first) == ' ') {
      first++;
    }
    if (first < end) {
      clauses.add(new Clause(first, end));
    }
  }

  /** Where a clause turns to what it is about; what stands behind says nothing of who and when. */
  int topic(Clause clause) {
    var topic = TOPIC_BEGINS.matcher(low(clause.begin(), clause.end()));
    return topic.find() ? clause.begin() + topic.start() : clause.end();
  }

  /** Whether a capital letter stands there. */
  boolean isCapital(int at) {
    return Character.isUpperCase(line.charAt(at));
  }

  // Days and times.

  Stream<NamedDay> days(int begin, int end) {
    return days.stream().filter(day -> day.begin() >= begin && day.begin() < end);
  }

  /** The days named there on which something may have happened. */
  Stream<LocalDate> happened(int begin, int end) {
    return days(begin, end)
        .filter(day -> !day.isLimit())
        .flatMap(day -> Stream.ofNullable(day.happened()));
  }

  @Nullable LocalDate anyHappened() {
    return days.stream()
        .filter(day -> !day.isLimit() && day.begin() < firstPromise())
        .map(NamedDay::happened)
        .filter(day -> day != null)
        .findFirst()
        .orElse(null);
  }

  private int firstPromise() {
    return PromiseCues.CUES.stream()
        .map(cue -> cue.words().matcher(low))
        .filter(found -> found.find())
        .mapToInt(found -> found.start())
        .min()
        .orElse(line.length());
  }

  boolean namesLimitToday(int begin, int end) {
    return LIMIT_TODAY.matcher(low(begin, end)).find();
  }

  @Nullable Duration ago() {
    var ago = AGO.matcher(low);
    if (!ago.find()) {
      return null;
    }
    boolean hours = ago.group(2).startsWith("h");
    return switch (ago.group(1)) {
      case "a", "an" -> hours ? Duration.ofHours(1) : Duration.ofMinutes(1);
      case "half an" -> Duration.ofMinutes(30);
      case "a few" -> hours ? Duration.ofHours(3) : Duration.ofMinutes(5);
      default -> {
        int number = Integer.parseInt(ago.group(1));
        yield hours ? Duration.ofHours(number) : Duration.ofMinutes(number);
      }
    };
  }

  /** The first time of the day at which something may have happened, before any promise. */
  @Nullable LocalTime time() {
    var time = TIME.matcher(low.substring(0, firstPromise()));
    while (time.find()) {
      if (time.group("limit") == null && !isInDay(time.start("hour")) && !isInDay(time.start())) {
        if (time.group("noon") != null) {
          return LocalTime.NOON;
        }
        if (time.group("at") != null
            || time.group("half") != null
            || time.group("minute") != null) {
          var read = hour(time.group("hour"), time.group("minute"), time.group("half"));
          if (read != null) {
            return read;
          }
        }
      }
    }
    return null;
  }

  private static @Nullable LocalTime hour(
      String hours, @Nullable String minutes, @Nullable String half) {
    int hour = Integer.parseInt(hours);
    int minute = minutes == null ? 0 : Integer.parseInt(minutes);
    if (half != null && half.startsWith("p") && hour < 12) {
      hour += 12;
    } else if (half != null && half.startsWith("a") && hour == 12) {
      hour = 0;
    } else if (half == null && minutes == null && hour > 0 && hour <= LAST_MORNING_HOUR) {
      hour += 12; // nobody calls at three in the morning
    }
    return hour < 24 && minute < 60 ? LocalTime.of(hour, minute) : null;
  }

  private boolean isInDay(int at) {
    return days.stream().anyMatch(day -> day.begin() <= at && at < day.end());
  }

  // Names.

  /** Whether a part consists of names alone. */
  boolean isNames(int begin, int end) {
    var there = there(begin, end).stream().filter(it -> !JOINS.contains(it.low())).toList();
    var plain = plain(begin, end).strip();
    return !there.isEmpty()
        && there.size() <= MOST_WORDS_OF_NAME + 1
        && (there.stream().allMatch(this::canBeName)
            || (there.size() == 1 && isWordOfName(there.getFirst()) && plain.matches("\\S+")));
  }

  /** The names in a part, as many as there are. */
  List<Name> names(int begin, int end) {
    var there = there(begin, end);
    for (int i = 0; i < there.size(); i++) {
      if (canBeName(there.get(i)) || (i == 0 && isWordOfName(there.get(i)) && there.size() == 1)) {
        return list(there, i);
      }
    }
    return List.of();
  }

  /** The name that stands right there, with where it ends; "Dana's" names nobody. */
  record Addressee(Name name, int end) {}

  /** To whom a promise is made: "promised Dana the deck". */
  Optional<Addressee> addressee(int begin, int end) {
    var there = there(begin, end);
    if (there.isEmpty()
        || !canBeName(there.getFirst())
        || there.getFirst().end() - there.getFirst().begin() != there.getFirst().word().length()
        || !line.substring(begin, there.getFirst().begin()).isBlank()) {
      return Optional.empty();
    }
    var name = list(there.subList(0, Math.min(there.size(), MOST_WORDS_OF_NAME)), 0).getFirst();
    int until = there.getFirst().begin() + name.words().length();
    return until < end ? Optional.of(new Addressee(name, until)) : Optional.empty();
  }

  /** Capitalized words within the words of a cue: "left Dana a voicemail". */
  List<Name> namesIn(int begin, int end) {
    return there(begin, end).stream()
        .filter(this::canBeName)
        .map(token -> new Name(token.word(), ""))
        .toList();
  }

  /** Who is named as the subject of a cue, within it, or behind it. */
  List<Name> namesAround(int begin, int from, int until, int end, boolean alsoLowerCase) {
    var found = new ArrayList<Name>();
    if (isNames(begin, from)) {
      found.addAll(list(there(begin, from), 0));
    }
    found.addAll(namesIn(from, until));
    var behind = there(until, end);
    int first = 0;
    boolean article = false;
    while (first < behind.size() && FILLERS.contains(behind.get(first).low())) {
      article = NO_ARTICLE.contains(behind.get(first).low());
      first++;
    }
    if (first < behind.size()
        && (canBeName(behind.get(first))
            || (alsoLowerCase && !article && isWordOfName(behind.get(first))))) {
      found.addAll(list(behind, first));
    } else {
      found.addAll(introduced(behind));
    }
    return found;
  }

  /** "Had a great call yesterday with Dana". */
  private List<Name> introduced(List<Token> tokens) {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      var word = tokens.get(i).low();
      if (TOPIC.contains(word)) {
        return List.of();
      }
      boolean with = word.equals("with") || word.equals("w/") || word.equals("for");
      if (INTRODUCES.contains(word)
          && (canBeName(tokens.get(i + 1)) || (with && isWordOfName(tokens.get(i + 1))))) {
        return list(tokens, i + 1);
      }
    }
    return List.of();
  }

  Optional<Name> anyName() {
    for (int i = 0; i < tokens.size(); i++) {
      if (canBeName(tokens.get(i))) {
        return list(tokens, i).stream().findFirst();
      }
    }
    return Optional.empty();
  }

  private List<Name> list(List<Token> tokens, int first) {
    var names = new ArrayList<Name>();
    int at = first;
    while (at < tokens.size()) {
      boolean capital = tokens.get(at).isCapital();
      int end = at + 1;
      while (end < tokens.size()
          && end - at < MOST_WORDS_OF_NAME
          && tokens.get(end).isCapital() == capital
          && isWordOfName(tokens.get(end))
          && isNextTo(tokens.get(end - 1), tokens.get(end))) {
        end++;
      }
      int next = end;
      var company = "";
      if (next + 1 < tokens.size()
          && (OF_COMPANY.contains(tokens.get(next).low()) || tokens.get(next).word().equals("("))
          && canBeName(tokens.get(next + 1))) {
        company = tokens.get(next + 1).word();
        next += 2;
        while (next < tokens.size()
            && canBeName(tokens.get(next))
            && isNextTo(tokens.get(next - 1), tokens.get(next))) {
          company += " " + tokens.get(next).word();
          next++;
        }
      }
      names.add(new Name(line.substring(tokens.get(at).begin(), nameEnd(tokens, end)), company));
      while (next < tokens.size() && JOINS.contains(tokens.get(next).low())) {
        next++;
      }
      boolean goesOn =
          next > end
              && next < tokens.size()
              && (canBeName(tokens.get(next)) || (!capital && isWordOfName(tokens.get(next))));
      if (!goesOn || (!company.isEmpty() && !JOINS.contains(tokens.get(next - 1).low()))) {
        break;
      }
      at = next;
    }
    return names;
  }

  /** Where the last word of a name ends, without the 's of "Dana's call". */
  private static int nameEnd(List<Token> tokens, int end) {
    var last = tokens.get(end - 1);
    return last.begin() + last.word().length();
  }

  private boolean isNextTo(Token one, Token other) {
    return line.substring(one.end(), other.begin()).isBlank()
        && one.end() - one.begin() == one.word().length();
  }

  private boolean canBeName(Token token) {
    return token.isCapital() && isWordOfName(token);
  }

  private boolean isWordOfName(Token token) {
    return Character.isLetter(token.word().codePointAt(0))
        && !NO_NAME.contains(token.low())
        && (token.isCapital() || !SMALL_WORDS.contains(token.low()));
  }

  private List<Token> there(int begin, int end) {
    return tokens.stream().filter(it -> it.begin() >= begin && it.end() <= end).toList();
  }
}
