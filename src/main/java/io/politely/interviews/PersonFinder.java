package io.politely.interviews;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the names of people in a debrief, and who of them was at the meeting. */
final class PersonFinder {

  /** A name in a sentence. */
  record Mention(Person person, int sentence, int begin, int end) {}

  private static final String CAPITALIZED =
      "(?:O'|D'|Mc|Mac)?\\p{Lu}[\\p{Ll}]+(?:-\\p{Lu}\\p{L}+)*(?:\\p{Lu}\\p{Ll}+)?";

  private static final Pattern NAME =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}'-])(?:(?<form>(?:Herrn?|Frau|Mrs?|Ms|Mme|M|[Mm]adame|[Mm]onsieur|[Ss]eñora?|Sra?"
              + "|[Dd]oña|[Dd]on|[Mm]eneer|[Mm]evrouw|Dhr|Mevr|[Ss]ignora?|[Ss]enhora?|Dona|Dr|Prof)\\.?(?:"
              + " (?:Dr|Prof)\\.)?) )?(?<name>"
              + CAPITALIZED
              + "(?: (?:(?:van|de|der|den|von|zu|di|da|del|della|dos|du|do|ten|ter|el|la|le|y)"
              + " ){0,2}"
              + CAPITALIZED
              + "){0,3})(?![\\p{L}\\p{N}])");

  /** Words that are written with a capital and are nobody's name. */
  private static final Set<String> NOBODY =
      new HashSet<>(
          List.of(
              """
              monday tuesday wednesday thursday friday saturday sunday january february march april may
              june july august september october november december montag dienstag mittwoch donnerstag
              freitag samstag sonntag januar februar märz mai juni juli oktober dezember christmas easter
              lundi mardi mercredi jeudi vendredi maandag dinsdag woensdag donderdag vrijdag lunes martes
              miércoles jueves viernes the a an i he she they we it you so then first second third next
              last also and but or if when what why how who where which that this there here my his her
              their our your yes no not okay ok well now just maybe would could should will do does did
              is are was were have has had can in on at by for from with to of after before about hi
              hello hey hallo bonjour hola dear morning afternoon evening vibe energy overall two three
              four five six zoom teams excel english german french spanish dutch europe energie stimmung
              raus ich er sie wir es der die das ein eine dann danach da also was wie warum wo wann und
              aber oder wenn ob ja nein gut guten würde termin frage antwort le la les un une il elle
              ils elles on nous je mon ma mes ensuite puis après oui non si bon alors donc moi franchement
              el los las una yo me le les mi mis su luego después sí buen buenas buenos de het een ik hij
              ze zij we mijn toen daarna daar nee goed goedemorgen goedemiddag hoi dag of lo gli io lui
              lei poi dopo buongiorno ciao o os as eu ele ela eles depois sim não olá bom boa allô bonsoir
              sorry got started vibe nothing everything everyone nobody somebody someone something mr mrs
              met participants attendees present notes questions feedback getroffen teilnehmer
              teilnehmerinnen teilnehmende anwesend dabei notizen fragen présents présent questions
              asistentes presentes preguntas participantes perguntas partecipanti presenti domande
              deelnemers aanwezig vragen gesproken rencontré conocido incontrato conheci
              scala sap powerpoint crm linkedin french powerpoint internet kaizen lean excel
              """
                  .strip()
                  .split("\\s+")));

  /** Begins a call, where the names are those of who talk and not of who were met. */
  private static final Pattern GREETS =
      Pattern.compile(
          "^\\P{L}*(?:hi|hello|hey|good (?:morning|afternoon|evening)|this"
              + " is|it's|thanks|hallo|guten|moin|servus|grüß|hier(?:"
              + " ist)?|bonjour|bonsoir|allô|salut|c'est|oui|hola|buen[oa]s|soy|ciao|buongiorno|buonasera|sono|pronto|goede\\p{L}*|dag|hoi|met(?="
              + " \\p{Lu})|olá|oi|bom dia|boa tarde|aqui|fala|ja|yes|sí)(?!\\p{L})",
          Pattern.CASE_INSENSITIVE);

  /** How far into a call somebody says hello and who they are. */
  private static final int HELLO = 70;

  private static final int NEXT_TO = 40;

  private final DebriefWords words;
  private final List<Told.Sentence> sentences;
  private final List<Person> people = new ArrayList<>();
  private final List<Mention> mentions = new ArrayList<>();
  private final Set<String> lowerCase = new HashSet<>();

  private PersonFinder(List<Told.Sentence> sentences, DebriefWords words) {
    this.sentences = sentences;
    this.words = words;
  }

  static PersonFinder read(List<Told.Sentence> sentences, DebriefWords words) {
    var finder = new PersonFinder(sentences, words);
    finder.collectLowerCase();
    finder.find();
    finder.judge();
    return finder;
  }

  /** Whether a sentence has somebody's name in it, at a glance. */
  static boolean namesSomebody(String sentence, DebriefWords words) {
    var matcher = NAME.matcher(sentence);
    while (matcher.find()) {
      var first = matcher.group("name").split("[ -]", -1)[0];
      if (matcher.group("form") != null || FirstNames.contains(first)) {
        return true;
      }
    }
    return false;
  }

  /** Those who were there, in the order of the telling. */
  List<Person> met() {
    return people.stream().filter(Person::isMet).toList();
  }

  List<Mention> mentions(int sentence) {
    return mentions.stream().filter(it -> it.sentence() == sentence).toList();
  }

  private void collectLowerCase() {
    for (var sentence : sentences) {
      for (var word : sentence.text().split("[^\\p{L}]+", -1)) {
        if (!word.isEmpty() && Character.isLowerCase(word.charAt(0))) {
          lowerCase.add(word);
        }
      }
    }
  }

  // ---- names

  private record Spelt(String name, int sentence, int begin, int end, boolean sure) {}

  private void find() {
    var spelt = new ArrayList<Spelt>();
    var strangers = new HashSet<String>();
    for (int i = 0; i < sentences.size(); i++) {
      var text = sentences.get(i).text();
      var matcher = NAME.matcher(text);
      while (matcher.find()) {
        var name = spelt(matcher.group("form"), matcher.group("name"), i, matcher.end());
        if (name == null) {
          continue;
        }
        if (sentences.get(i).begin() + name.begin() < HELLO
            && !words.has(DebriefCue.ROLE, text)
            && !words.has(DebriefCue.ASKED, text)
            && (GREETS.matcher(text).find() || !words.has(DebriefCue.MET, text))) {
          strangers.add(lastWord(name.name()));
          strangers.add(name.name().split(" ", -1)[0]);
        } else {
          spelt.add(name);
        }
      }
    }
    spelt.removeIf(it -> strangers.contains(it.name()) || strangers.contains(lastWord(it.name())));
    // Full names first, so that a first name or a surname alone is known whose it is.
    spelt.stream()
        .sorted((one, other) -> Integer.compare(length(other), length(one)))
        .forEach(this::know);
    mentions.sort(
        java.util.Comparator.comparingInt(Mention::sentence).thenComparingInt(Mention::begin));
    var order = new ArrayList<Person>();
    for (var mention : mentions) {
      if (!order.contains(mention.person())) {
        order.add(mention.person());
      }
    }
    people.clear();
    people.addAll(order);
  }

  private static int length(Spelt name) {
    return new Person(name.name()).length();
  }

  private static String lastWord(String name) {
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  private void know(Spelt name) {
    var called = new Person(name.name());
    var known = people.stream().filter(it -> it.isCalled(called)).findFirst().orElse(null);
    if (known == null) {
      if (!name.sure()) {
        return;
      }
      known = called;
      people.add(called);
    } else {
      known.addressedAs(called);
    }
    mentions.add(new Mention(known, name.sentence(), name.begin(), name.end()));
  }

  /** The name without titles and first words of sentences; null for what is no name. */
  private @Nullable Spelt spelt(@Nullable String form, String found, int sentence, int end) {
    var parts = new ArrayList<>(List.of(found.split(" ", -1)));
    while (!parts.isEmpty() && form == null && isNoName(parts.getFirst())) {
      parts.removeFirst();
    }
    while (!parts.isEmpty()
        && (isNoName(parts.getLast()) || Character.isLowerCase(parts.getLast().charAt(0)))) {
      parts.removeLast();
    }
    while (!parts.isEmpty() && Character.isLowerCase(parts.getFirst().charAt(0))) {
      parts.removeFirst();
    }
    if (parts.isEmpty()) {
      return null;
    }
    var bare = String.join(" ", parts);
    int offset = found.lastIndexOf(bare);
    var text = sentences.get(sentence).text();
    int begin = end - found.length() + offset;
    boolean firstName = FirstNames.contains(parts.getFirst().split("-", -1)[0]);
    boolean german = words.language().equals("de");
    boolean sure =
        form != null
            || firstName
            || (parts.size() >= 2 && nextToTitle(text, begin, begin + bare.length()))
            || (!german && speaks(text, begin + bare.length()))
            || (!german && begin > 0 && nextToTitle(text, begin, begin + bare.length()))
            || (!german && parts.size() >= 2 && words.has(DebriefCue.MET, text));
    var name = form == null ? bare : form(form) + " " + bare;
    return new Spelt(name, sentence, begin, begin + bare.length(), sure);
  }

  private static String form(String form) {
    return Character.toUpperCase(form.charAt(0)) + form.substring(1);
  }

  private boolean isNoName(String word) {
    var lower = word.toLowerCase(Locale.ROOT);
    return NOBODY.contains(lower)
        || (lowerCase.contains(lower) && !FirstNames.contains(word))
        || (words.matcher(DebriefCue.ROLE, word).matches() && !FirstNames.contains(word));
  }

  private boolean nextToTitle(String text, int begin, int end) {
    var before = text.substring(Math.max(0, begin - 30), begin);
    var after = text.substring(end, Math.min(text.length(), end + 30));
    return words.has(DebriefCue.ROLE, before)
        || (after.startsWith(",") && words.has(DebriefCue.ROLE, after));
  }

  /** "Carla at lunch asked", "Kip:". */
  private boolean speaks(String text, int end) {
    var after = text.substring(end, Math.min(text.length(), end + NEXT_TO));
    int asked = words.first(DebriefCue.ASKED, after);
    return after.startsWith(":")
        || (asked >= 0 && asked < 20 && after.indexOf(',') < 0)
        || (asked >= 0 && asked < 3);
  }

  // ---- who was there

  private void judge() {
    for (int i = 0; i < sentences.size(); i++) {
      var text = sentences.get(i).text();
      var named = mentions(i);
      if (named.isEmpty()) {
        continue;
      }
      boolean asks = words.has(DebriefCue.ASKED, text) || words.has(DebriefCue.I_ASKED, text);
      boolean next = words.has(DebriefCue.NEXT, text);
      for (var mention : named) {
        var after = text.substring(mention.end());
        int asked = words.first(DebriefCue.ASKED, after);
        if (after.startsWith(":") || (asked >= 0 && asked < NEXT_TO)) {
          mention.person().wasThere(2);
        } else if (!asks && !next && words.has(DebriefCue.MET, text)) {
          mention.person().wasThere(1);
        }
        var before = text.substring(Math.max(0, mention.begin() - NEXT_TO), mention.begin());
        for (var mine : words.all(DebriefCue.OF_MINE, before)) {
          if (before.length() - mine.end() <= 2) {
            mention.person().wasAbsent();
          }
        }
      }
      int absent = words.first(DebriefCue.ABSENT, text);
      if (absent >= 0) {
        named.stream()
            .filter(it -> it.begin() < absent)
            .reduce((one, other) -> other)
            .ifPresent(it -> it.person().wasAbsent());
      }
    }
  }

  /** Who asks in a sentence: the name or pronoun nearest before the asking, else just after it. */
  @Nullable Person asker(int sentence, int begin, int end, @Nullable Person last) {
    var text = sentences.get(sentence).text();
    int from = clauseBegin(text, begin);
    var inside = text.substring(from, Math.min(text.length(), end));
    Mention best = null;
    for (var mention : mentions(sentence)) {
      boolean before = mention.begin() >= from && mention.begin() < begin;
      boolean after = best == null && mention.begin() >= begin && mention.begin() - end < 4;
      best = before || after ? mention : best;
    }
    if (best != null) {
      return best.person();
    }
    int he = words.first(DebriefCue.HE, inside);
    int she = words.first(DebriefCue.SHE, inside);
    boolean german = words.language().equals("de");
    if (he >= 0 && (she < 0 || he < she)) {
      return recent(sentence, begin, last, true);
    }
    if (she >= 0) {
      return recent(sentence, begin, last, false);
    }
    boolean they = words.has(DebriefCue.THEY, inside) && !german;
    return they ? null : last;
  }

  private static int clauseBegin(String text, int begin) {
    for (int i = begin - 1; i > 0; i--) {
      if (".;!?:".indexOf(text.charAt(i)) >= 0) {
        return i + 1;
      }
    }
    return 0;
  }

  /** The last one spoken of who may be meant by "he" or "she". */
  private @Nullable Person recent(int sentence, int begin, @Nullable Person last, boolean he) {
    if (last != null && (he ? last.mayHeBe() : last.maySheBe())) {
      return last;
    }
    Person found = null;
    Person certain = null;
    for (var mention : mentions) {
      boolean before =
          mention.sentence() < sentence
              || (mention.sentence() == sentence && mention.begin() < begin);
      var person = mention.person();
      if (before && person.isMet() && (he ? person.mayHeBe() : person.maySheBe())) {
        found = person;
        certain = (he ? person.maySheBe() : person.mayHeBe()) ? certain : person;
      }
    }
    return certain == null ? found : certain;
  }
}
