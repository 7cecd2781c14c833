package io.politely.interviews;

import io.politely.interviews.PersonFinder.Mention;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the titles of those who were there, and how long each of them stayed. */
final class MetReader {

  private static final Pattern ARTICLES =
      Pattern.compile(
          "^(?:(?:and|und|et|y|en|e) )?(?:(?:I think|ich glaube|je crois|creo que|denk ik|das"
              + " ist|who|she|he|sie|er|elle|il|lui|lei|ella|él|ze|zij|hij|ela|ele|c'est|dat|die)(?!\\p{L})(?:'s|'d"
              + " be| is| was| ist| war| est| es| era| è| é|,)? ?)?(?:I think (?:she's |he's"
              + " )?)?(?:(?:the|an?|der|die|das|dem|den|ein|eine|einer|einem|le|la|les|un|une|el|los|las|il|lo|gli|uno|una|de|het|een|os?|as?|uma?|my|their|our|deren|leur|su|hun|seu|sua)"
              + " |l'|d')?",
          Pattern.CASE_INSENSITIVE);

  private static final Map<String, Pattern> ENDS =
      Map.of(
          "en", end("and|who|that|which|for|with|was|is|joined|there|came|but|I"),
          "de", end("und|mit|war|kam|saß|hat|für|dazu|die ganze|eine|aber|zwanzig|dreißig"),
          "fr", end("et|qui|pendant|avec|était|a|mais|pour|puis"),
          "es", end("y|que|durante|con|estaba|era|pero|unos|unas"),
          "it", end("e|che|per|con|era|ma|durante"),
          "nl", end("en|die|met|was|kwam|maar|zat|een"),
          "pt", end("e|que|durante|com|estava|era|mas|por"));

  private static final Set<String> SMALL =
      new HashSet<>(
          List.of(
              """
              the a an der die das dem den ein eine einer einem le la les un une el los las il lo gli uno
              una de het een o os as um uma my their our was were is by with mit avec con com met dann
              kam war saß and und et y en e puis then first just only from aus von du des of to at lunch
              two three j'ai vu met gesproken noch auch primero después luego seulement nur solo alleen
              sowie dabei waren da eu estive estuve também also there in on for zuerst erst her his some
              """
                  .strip()
                  .split("\\s+")));

  private static final Pattern LINKS =
      Pattern.compile(
          "[ ,]*(?:that's|called|named|namens|das ist|das war|c'est|I think|hang on|dat"
              + " is|era|es|è|é|nommée?|appelée?|llamad[oa]|genaamd|chiamat[oa])?[ ,]*$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern LAST_OR_FIRST =
      Pattern.compile(
          "(?:last|first|letzten?|ersten?|derni[eè]re?s?|premi[eè]re?s?|últim[oa]s?|primer[oa]s?|laatste|eerste|ultim[ei]|prim[ei]|primeir[oa]s?)"
              + " ?$",
          Pattern.CASE_INSENSITIVE);

  /** "After twenty minutes" is when somebody came. */
  private static final Pattern AFTER =
      Pattern.compile(
          "(?<!\\p{L})(?:after|nach|après|después de|tras|na|dopo|depois de|vor) $",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WITH =
      Pattern.compile(
          "^ ?(?:with|mit|avec|con|com|met)"
              + " (?!(?:her|him|them|ihr|ihm|ihnen|elle|lui|eux|ella|él|haar|hem|hen|lei|ela|ele)(?!\\p{L}))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BARE_MINUTES =
      Pattern.compile(
          "(?<=, )(\\d{2,3})(?=[.,;]|$)|(?<=(?:last|for|about) )(\\d{1,2})(?=[.,;]|$| to"
              + " (?:close|finish))");

  private static final Pattern INITIAL =
      Pattern.compile(
          "(?i:surname|last name|nachname|nom de"
              + " famille|apellido|achternaam|cognome|sobrenome|apelido)\\P{L}[^.]{0,30}?\\b(\\p{Lu})(?![\\p{L}'])");

  private final DebriefWords words;
  private final Set<Integer> used = new HashSet<>();

  private MetReader(DebriefWords words) {
    this.words = words;
  }

  /** Fills in what the sentences tell of each person. */
  static void read(List<Told.Sentence> sentences, PersonFinder people, DebriefWords words) {
    var reader = new MetReader(words);
    for (int i = 0; i < sentences.size(); i++) {
      var mentions = people.mentions(i);
      if (!mentions.isEmpty()) {
        reader.titles(sentences.get(i).text(), mentions);
        reader.minutes(sentences.get(i), mentions);
      }
    }
  }

  private static Pattern end(String ends) {
    return Pattern.compile(
        "[ ,](?:" + ends + ")(?!\\p{L}).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  // ---- titles

  private void titles(String text, List<Mention> mentions) {
    used.clear();
    boolean leftFirst = left(text, 0, mentions.getFirst()) != null;
    used.clear();
    int from = 0;
    Person before = null;
    String shared = null;
    for (int i = 0; i < mentions.size(); i++) {
      var mention = mentions.get(i);
      int until = i + 1 < mentions.size() ? mentions.get(i + 1).begin() : text.length();
      var left = leftFirst ? left(text, from, mention) : null;
      var title = left == null ? right(text, mention, until) : left;
      if (title == null && !leftFirst) {
        title = left(text, from, mention);
      }
      if (title == null && before != null && shared != null && mention.begin() - from < 20) {
        title = shared;
      }
      if (title != null) {
        mention.person().holds(title);
      }
      var initial = INITIAL.matcher(text.substring(mention.end(), until));
      if (initial.find() && mention.person().length() == 1) {
        mention.person().endsWith(initial.group(1));
      }
      shared =
          leftFirst && left != null && left.endsWith("s") ? left : title == null ? null : shared;
      before = mention.person();
      from = mention.end();
    }
  }

  private @Nullable String right(String text, Mention mention, int until) {
    var rest = text.substring(mention.end(), until);
    var opening =
        Pattern.compile(
                "^(?: I think| glaube ich| je crois| creo| denk ik)?(?:, (?:and )?| \\(| from | aus"
                    + " der | aus dem | vom | van | de la | du | du service | del? )")
            .matcher(rest);
    if (opening.find()) {
      var segment = segment(rest.substring(opening.end()));
      var plain = segment.substring(articles(segment));
      int role = words.first(DebriefCue.ROLE, plain);
      if (role >= 0 && role < 30 && !speaks(plain)) {
        used.add(mention.end() + opening.end());
        return cut(plain);
      }
      int runs = words.first(DebriefCue.RUNS, segment + " ");
      if (runs == 0) {
        return cut(
            segment.replaceFirst(
                "(?i)^(?:who|she|he|they|sie|er|die|der|elle|il|qui|que|ella|él|ze|zij|hij) ", ""));
      }
    }
    // "Lupe is the one I'd work for, I think she's the controller."
    for (var later : rest.split("[,;]", -1)) {
      var segment = later.strip();
      int skipped = articles(segment);
      var plain = segment.substring(skipped);
      boolean says =
          skipped > 4
              && segment.matches(
                  "(?iu)(?:I think |ich glaube"
                      + " )?(?:she|he|who|sie|er|elle|il|c'est|ella|él|es|ze|zij|hij|lei|lui|ela|ele).*");
      int role = words.first(DebriefCue.ROLE, plain);
      if (says && role >= 0 && role < 20 && !speaks(plain)) {
        return cut(plain);
      }
    }
    return null;
  }

  private boolean speaks(String segment) {
    return words.has(DebriefCue.ASKED, segment)
        || (words.has(DebriefCue.I_SAID, segment) && segment.length() > 40);
  }

  private static int articles(String segment) {
    var matcher = ARTICLES.matcher(segment);
    return matcher.find() ? matcher.end() : 0;
  }

  private static String segment(String rest) {
    int end = 0;
    while (end < rest.length() && ",.;:()–—!?".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    return rest.substring(0, end).strip();
  }

  private String cut(String title) {
    return ENDS.getOrDefault(words.language(), end("and")).matcher(title).replaceFirst("").strip();
  }

  private @Nullable String left(String text, int from, Mention mention) {
    var before = text.substring(from, mention.begin());
    var link = LINKS.matcher(before);
    int end = link.find() ? link.start() : before.length();
    before =
        before
            .substring(0, end)
            .replaceFirst(
                "[ ,]*(?:Herrn?|Frau|madame|Mme|monsieur|señora?|mevrouw|meneer|Mr|Mrs|Ms|Dr)\\.?(?:"
                    + " Dr\\.)?[ ,]*$",
                "");
    int begin = 0;
    for (int i = 0; i < before.length(); i++) {
      begin = ",.;:(".indexOf(before.charAt(i)) >= 0 ? i + 1 : begin;
    }
    if (used.contains(from + begin) || used.contains(from + begin + 1)) {
      return null;
    }
    var segment = before.substring(begin).strip();
    for (var role : words.all(DebriefCue.ROLE, segment)) {
      if (segment.substring(role.start()).split(" ", -1).length <= 6) {
        var head = segment.substring(0, role.start()).strip().split(" ", -1);
        var title = new StringBuilder(segment.substring(role.start()));
        int taken = 0;
        for (int i = head.length - 1; i >= 0 && taken < 2 && isPart(head[i]); i--, taken++) {
          title.insert(0, head[i] + " ");
        }
        return title.toString();
      }
    }
    return null;
  }

  private static boolean isPart(String word) {
    return !word.isBlank() && !SMALL.contains(word.toLowerCase(Locale.ROOT)) && !word.contains("'");
  }

  // ---- minutes

  private void minutes(Told.Sentence sentence, List<Mention> mentions) {
    var digits = sentence.digits();
    if (words.has(DebriefCue.ASKED, digits) || words.has(DebriefCue.I_ASKED, digits)) {
      return;
    }
    var places = places(digits, mentions);
    var clocks = ClockWords.find(digits, words.language());
    var lengths = new ArrayList<>(Lengths.find(digits, words.language()));
    lengths.removeIf(it ->
        clocks.stream().anyMatch(clock -> it.begin() < clock.end() && it.end() > clock.begin()));
    var bare = BARE_MINUTES.matcher(digits);
    while (bare.find()) {
      int begin = bare.start();
      if (lengths.stream().noneMatch(it -> begin < it.end() && begin >= it.begin())) {
        lengths.add(new Lengths.Length(begin, bare.end(), Integer.parseInt(bare.group())));
      }
    }
    for (var length : lengths) {
      if (length.minutes() >= 5 || lengths.size() > 1) {
        attach(length, digits, mentions, places);
      }
    }
    for (var whole : words.all(DebriefCue.WHOLE_TIME, digits)) {
      int near = before(places, whole.start());
      if (near >= 0) {
        mentions.get(near).person().stayedThroughout();
      }
    }
  }

  private void attach(
      Lengths.Length length, String digits, List<Mention> mentions, List<Integer> places) {
    if (AFTER.matcher(digits.substring(0, length.begin())).find()) {
      return;
    }
    int previous = before(places, length.begin());
    int next = previous + 1;
    boolean nextIsThere = next < mentions.size() && places.get(next) >= length.end();
    var between = nextIsThere ? digits.substring(length.end(), places.get(next)) : "";
    boolean with = WITH.matcher(digits.substring(length.end())).find();
    boolean lastOrFirst = LAST_OR_FIRST.matcher(digits.substring(0, length.begin())).find();
    boolean belongsToNext =
        nextIsThere
            && (with
                || (lastOrFirst
                    && (between.isBlank() || between.equals(", ") || between.indexOf(',') < 0)));
    var after = digits.substring(length.end()).stripLeading();
    if (words.matcher(DebriefCue.EARLY, after).lookingAt()
        || words.matcher(DebriefCue.LATE, after).lookingAt()) {
      return;
    }
    int whose = belongsToNext || previous < 0 ? nextIsThere ? next : -1 : previous;
    if (whose >= 0) {
      boolean again =
          words.has(
              DebriefCue.AGAIN,
              digits.substring(Math.min(places.get(whose), length.begin()), length.end()));
      mentions.get(whose).person().stayed(length.minutes(), again);
    }
  }

  /** Where the names stand in the text with digits. */
  private static List<Integer> places(String digits, List<Mention> mentions) {
    var places = new ArrayList<Integer>();
    int from = 0;
    for (var mention : mentions) {
      var name = mention.person().name();
      int at = -1;
      for (var word : name.split(" ", -1)) {
        if (Character.isLowerCase(word.charAt(0))) {
          continue;
        }
        int found = digits.indexOf(word, from);
        at = found >= 0 && (at < 0 || found < at) ? found : at;
      }
      places.add(at < 0 ? from : at);
      from = at < 0 ? from : at + 1;
    }
    return places;
  }

  private static int before(List<Integer> places, int at) {
    int last = -1;
    for (int i = 0; i < places.size(); i++) {
      last = places.get(i) < at ? i : last;
    }
    return last;
  }
}
