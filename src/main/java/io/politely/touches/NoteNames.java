package io.politely.touches;

import io.politely.touches.Understood.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What looks like the name of somebody in a line that was noted. */
final class NoteNames {

  private record Token(int begin, int end, String word) {

    String low() {
      return NoteText.lower(word);
    }

    boolean isCapital() {
      return Character.isUpperCase(word.codePointAt(0));
    }
  }

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'.-]*");

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
  private static final int MOST_WORDS_OF_NAME = 3;

  private final NoteText text;
  private final List<Token> tokens = new ArrayList<>();

  NoteNames(NoteText text) {
    this.text = text;
    var words = Pattern.compile("w/|" + WORD.pattern() + "|[,&+/@(]").matcher(text.line());
    while (words.find()) {
      var whole = words.group().replaceAll("[.'-]+$", "");
      var word = whole.replaceAll("'s$", "");
      if (!text.isInDay(words.start()) && !word.isEmpty()) {
        tokens.add(new Token(words.start(), words.start() + whole.length(), word));
      }
    }
  }

  /** Whether a part consists of names alone. */
  boolean isOnlyNames(int begin, int end) {
    var there = there(begin, end).stream().filter(it -> !JOINS.contains(it.low())).toList();
    var plain = text.plain(begin, end).strip();
    return !there.isEmpty()
        && there.size() <= MOST_WORDS_OF_NAME + 1
        && (there.stream().allMatch(this::canBeName)
            || (there.size() == 1 && isWordOfName(there.getFirst()) && plain.matches("\\S+")));
  }

  /** The names in a part, as many as there are. */
  List<Name> in(int begin, int end) {
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
        || !text.line().substring(begin, there.getFirst().begin()).isBlank()) {
      return Optional.empty();
    }
    var name = list(there.subList(0, Math.min(there.size(), MOST_WORDS_OF_NAME)), 0).getFirst();
    int until = there.getFirst().begin() + name.words().length();
    return until < end ? Optional.of(new Addressee(name, until)) : Optional.empty();
  }

  /** Capitalized words within the words of a cue: "left Dana a voicemail". */
  List<Name> withCapitalIn(int begin, int end) {
    return there(begin, end).stream()
        .filter(this::canBeName)
        .map(token -> new Name(token.word(), ""))
        .toList();
  }

  /** Who is named as the subject of a cue, within it, or behind it. */
  List<Name> around(int begin, int from, int until, int end, boolean alsoLowerCase) {
    var found = new ArrayList<Name>();
    if (isOnlyNames(begin, from)) {
      found.addAll(list(there(begin, from), 0));
    }
    found.addAll(withCapitalIn(from, until));
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

  Optional<Name> any() {
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
      names.add(
          new Name(text.line().substring(tokens.get(at).begin(), nameEnd(tokens, end)), company));
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
    return text.line().substring(one.end(), other.begin()).isBlank()
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
