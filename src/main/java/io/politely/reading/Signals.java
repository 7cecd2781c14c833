package io.politely.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the sentences of a message that matter to whose move it is. */
final class Signals {

  /** Beyond this much newest text nobody asks anything any more; the text itself is kept whole. */
  private static final int MOST_TEXT = 64 * 1024;

  private static final int MOST_SIGNALS = 40;
  private static final int LONGEST_QUOTE = 300;
  private static final int LONGEST_THANKS = 24;

  /** What is not said is not meant: without a cue an act is unlikely. */
  private static final double BIAS = -1.6;

  private static final double ENOUGH = 0.5;

  /** Below this a promise is only meant if it names its day: "you'll hear by Friday". */
  private static final double DATED = 2.0;

  /** So much speaks of an action that a question mark makes no question of it. */
  private static final double CLEAR_REQUEST = 2.2;

  /** So many sentences later, who asked has gone on by himself. */
  private static final int SENTENCES_LEFT_BEHIND = 8;

  /** Rules and model speak together; each alone errs more (whose-move, asks). */
  private static final double SHARE_OF_MODEL = 0.5;

  private static final double MOST_LEARNED = 3;

  /** Programs mean what they say. */
  private static final double PLAIN_WORDS = 0.8;

  /** A time proposed so many days ahead, and not to the day, puts off. */
  private static final int FAR_OFF = 10;

  /** Below this nothing that the model says makes a request of it, so it is not asked. */
  private static final double LEAST_ASKING = -BIAS - SHARE_OF_MODEL * MOST_LEARNED;

  /** Sentences that sound like requests and want nothing. */
  private static final PhraseIndex COURTESIES =
      PhraseIndex.of(
          """
          feel free to, hesitate to, if you have any question, if you have any further,
          should you have any question, if there is anything, if there's anything,
          let me know if you need, let me know if you have any, let me know if anything,
          bei fragen, falls sie fragen, si vous avez des questions, n'hésitez pas,
          si tiene alguna, cualquier duda, per qualsiasi, non esitare, als u vragen, als je vragen,
          qualquer dúvida
          """);

  /** Proposals to talk. */
  private static final PhraseIndex TALKS =
      PhraseIndex.of(
          """
          could we talk, can we talk, shall we talk, may we talk, could we speak, can we speak,
          shall we speak, could we meet, can we meet, shall we meet, could we chat, can we chat,
          could we catch up, can we catch up, shall we catch up, how about we talk,
          how about we speak, can you call, could you call, can we do this, could we do this,
          können wir, könnten wir, wollen wir, sollen wir, sollten wir,
          pouvons-nous, pourrions-nous, peut-on, pourrait-on, on peut se, on pourrait se,
          podemos hablar, podríamos hablar, hablamos, nos vemos, podemos vernos, podríamos vernos,
          possiamo sentirci, potremmo sentirci, ci sentiamo, possiamo parlare, potremmo parlare,
          possiamo vederci, potremmo vederci, kunnen we, zullen we, kunnen wij, zullen wij,
          podemos falar, podemos conversar, podíamos falar, poderíamos conversar, falamos,
          conversamos
          """);

  /** What a sentence may do besides asking. */
  private static final List<Act> TOLD =
      List.of(
          Act.PROMISE,
          Act.OBJECTION,
          Act.DONE,
          Act.POSTPONEMENT,
          Act.STOP,
          Act.REFUSAL,
          Act.REJECTION,
          Act.OFFER,
          Act.INTEREST,
          Act.REFERRAL,
          Act.SCHEDULING,
          Act.CANCELLATION);

  private final String text;
  private final Language language;

  /** Null for a message that does not tell when it was written. */
  private final @Nullable DueDates dates;

  private final Contacts contacts;
  private final List<Signal> signals = new ArrayList<>();
  private @Nullable Signal standIn;
  private String previous = "";
  private String next = "";

  /** The day of the nearest sentence before this one that named one to come. */
  private @Nullable LocalDate namedBefore;

  private int words;
  private double thanks;

  private Signals(String text, Language language, @Nullable DueDates dates, Contacts contacts) {
    this.text = text;
    this.language = language;
    this.contacts = contacts;
    this.dates = dates;
  }

  static List<Signal> of(Letter letter, Zones zones) {
    var text = zones.textOf(Zone.NEWEST);
    var found = on(letter, text);
    var sentences = Sentences.of(text.substring(0, Math.min(text.length(), MOST_TEXT)));
    found.submission(letter, zones, sentences);
    if (Submissions.isAnnouncement(letter.header("subject").orElse(""))) {
      return found.signals;
    }
    found.sentences(sentences);
    found.refer(sentences);
    found.thanksOnly(text, zones.textOf(Zone.CLOSING));
    return found.signals;
  }

  /**
   * Of a program that answers: until when somebody is away and who answers meanwhile, or by when it
   * promises an answer.
   */
  static List<Signal> ofProgram(Letter letter, Zones zones, Kind kind) {
    var text = zones.newestText();
    var found = on(letter, text);
    var sentences = Sentences.of(text.substring(0, Math.min(text.length(), MOST_TEXT)));
    for (var sentence : sentences) {
      if (kind == Kind.OUT_OF_OFFICE) {
        found.absence(sentence);
        found.standIn(sentence);
      } else {
        found.announced(Words.of(sentence));
      }
      found.previous = sentence;
    }
    if (found.standIn != null) {
      found.signals.add(found.standIn);
    }
    found.refer(sentences);
    // A program that names nobody has only told where else to look.
    found.signals.removeIf(it -> it.act() == Act.REFERRAL && it.contact() == null);
    return found.signals;
  }

  private static Signals on(Letter letter, String text) {
    var language = Language.of(Words.of(text), Language.ENGLISH);
    var sentAt = letter.sentAt();
    return new Signals(
        text,
        language,
        sentAt == null
            ? null
            : new DueDates(
                sentAt.toLocalDate(), new Place(language, Place.country(letter, language))),
        new Contacts(letter));
  }

  private void absence(String sentence) {
    var back = dates == null ? null : dates.back(sentence);
    boolean returns = DueDates.speaksOfReturn(sentence);
    if (back != null && (signals.isEmpty() || (returns && signals.getFirst().confidence() < 0.9))) {
      signals.clear();
      signals.add(new Signal(Act.ABSENCE, quote(sentence), back, returns ? 0.9 : 0.8));
    }
  }

  /** The first who is named; one with an address rather than one without. */
  private void standIn(String sentence) {
    var contact = contacts.in(sentence, previous);
    var first = standIn == null ? null : standIn.contact();
    if (contact != null
        && (first == null || (first.address() == null && contact.address() != null))) {
      standIn =
          new Signal(
              Act.STAND_IN, quote(sentence), null, contact, contact.address() == null ? 0.7 : 0.9);
    }
  }

  private void announced(Words sentence) {
    var weights = CueTable.CUES.weigh(sentence);
    double promised = weights.getOrDefault(Act.PROMISE, 0.0);
    if (promised > 0 && isDue(sentence)) {
      add(Act.PROMISE, sentence, promised + 1.4);
    }
    double rejected = weights.getOrDefault(Act.REJECTION, 0.0);
    var text = sentence.sentence();
    if (ProgramWords.requests(text)) {
      signals.add(new Signal(Act.ASK, quote(text), null, PLAIN_WORDS));
    }
    if (ProgramWords.ends(text)) {
      signals.add(new Signal(Act.DONE, quote(text), null, PLAIN_WORDS));
    }
    if (probability(rejected) >= ENOUGH && !ProgramWords.speaksOfSilence(text)) {
      add(Act.REJECTION, sentence, rejected);
    }
    double refers = weights.getOrDefault(Act.REFERRAL, 0.0);
    if (probability(refers) >= ENOUGH) {
      add(Act.REFERRAL, sentence, refers);
    }
  }

  private void sentences(List<String> all) {
    for (int i = 0; i < all.size() && signals.size() < MOST_SIGNALS; i++) {
      next = i + 1 < all.size() ? all.get(i + 1) : "";
      sentence(Words.of(all.get(i)), all.size() - 1 - i > SENTENCES_LEFT_BEHIND);
      previous = all.get(i);
      var named = dates == null ? null : dates.earliest(previous);
      namedBefore = named == null ? namedBefore : named;
    }
  }

  private void sentence(Words sentence, boolean leftBehind) {
    if (sentence.count() == 0) {
      return;
    }
    words += sentence.count();
    var weights = CueTable.CUES.weigh(sentence);
    double question = questionWeight(sentence, weights) - (leftBehind ? 1.2 : 0);
    double ask = askWeight(sentence, weights) - (leftBehind ? 0.6 : 0);
    if (language == Language.ENGLISH && Math.max(question, ask) >= LEAST_ASKING) {
      double learned = learned(sentence, weights);
      question += learned;
      ask += learned;
    }
    boolean requests = probability(ask) >= ENOUGH || probability(question) >= ENOUGH;
    if (requests
        && !isAnswered(sentence, weights)
        && !isCourtesy(sentence.sentence())
        && !isReported(sentence.sentence())
        && !isRhetorical(sentence, weights)) {
      boolean asks = ask >= question || weights.getOrDefault(Act.ASK, 0.0) >= CLEAR_REQUEST;
      add(asks ? Act.ASK : Act.QUESTION, sentence, Math.max(ask, question));
    }
    for (var act : TOLD) {
      double weight = weights.getOrDefault(act, 0.0);
      if (sentence.asks() && !isKeptInQuestions(act, weights)) {
        weight -= 2.0;
      }
      if (act == Act.POSTPONEMENT && weight > 0 && weight < DATED && isDue(sentence)) {
        weight += 0.8;
      }
      if (act == Act.REFERRAL && weight > 0 && sentence.sentence().indexOf('@') > 0) {
        weight += 1.2;
      }
      if (act == Act.POSTPONEMENT && means(namedBefore, sentence.sentence())) {
        weight = Math.max(weight, CLEAR_REQUEST);
      }
      if (act == Act.POSTPONEMENT && sentence.asks() && putsOff(sentence)) {
        weight = Math.max(weight, CLEAR_REQUEST);
      }
      if (act == Act.SCHEDULING) {
        weight += timed(sentence, weight);
      }
      if (act == Act.PROMISE) {
        weight += weight > 0 && weight < DATED && isDue(sentence) ? 1.4 : 0;
        weight -= weights.getOrDefault(Act.DONE, 0.0) >= weight ? 2.0 : 0;
      }
      if (probability(weight) >= ENOUGH) {
        add(act, sentence, weight);
      }
    }
    thanks += weights.getOrDefault(Act.THANKS_ONLY, 0.0);
  }

  /** Says of the sentences that refer to somebody whom they mean. */
  private void refer(List<String> sentences) {
    if (signals.stream().noneMatch(signal -> signal.act() == Act.REFERRAL)) {
      return;
    }
    var contact = contacts.referredTo(sentences, this::refers);
    if (contact != null) {
      signals.replaceAll(signal -> signal.act() == Act.REFERRAL ? signal.naming(contact) : signal);
    }
  }

  private boolean refers(String sentence) {
    var quote = quote(sentence);
    return signals.stream()
        .anyMatch(signal -> signal.act() == Act.REFERRAL && signal.quote().equals(quote));
  }

  /** "Could you circle back in May?" puts off although it asks; "may I call in May?" does not. */
  private static boolean isKeptInQuestions(Act act, Map<Act, Double> weights) {
    return switch (act) {
      case OBJECTION, SCHEDULING -> true;
      case POSTPONEMENT -> weights.getOrDefault(Act.ASK, 0.0) >= CLEAR_REQUEST;
      default -> false;
    };
  }

  /** "Take me off your list", "write to me again in May": what it asks for is told by that act. */
  private boolean isAnswered(Words sentence, Map<Act, Double> weights) {
    return (sentence.asks() && putsOff(sentence))
        || means(namedBefore, sentence.sentence())
        || probability(weights.getOrDefault(Act.STOP, 0.0)) >= ENOUGH
        || (probability(weights.getOrDefault(Act.POSTPONEMENT, 0.0)) >= ENOUGH
            && (!sentence.asks() || isKeptInQuestions(Act.POSTPONEMENT, weights)));
  }

  /** "Could we talk in March?", said in January. */
  private boolean putsOff(Words sentence) {
    return dates != null
        && TALKS.occursIn(sentence.sentence().toLowerCase(Locale.ROOT))
        && dates.namesSpanAfter(sentence.sentence(), FAR_OFF);
  }

  /** "Write to me then", after a day was named, means that day, however far above it stands. */
  private boolean means(@Nullable LocalDate day, String sentence) {
    return day != null
        && dates != null
        && Then.isAsked(sentence)
        && dates.earliest(sentence) == null;
  }

  /** A day together with a time of day is a proposal, or the answer to one. */
  private double timed(Words sentence, double weight) {
    boolean time =
        DueDates.namesTime(sentence.sentence())
            || (dates != null && dates.beginsWithDayAndHour(sentence.sentence()));
    if (!time && weight <= 0 && !sentence.asks()) {
      return 0;
    }
    boolean day = dates != null && dates.namesDay(sentence.sentence());
    return day ? time ? 2.6 : sentence.asks() ? 1.8 : 1.2 : 0;
  }

  private boolean isDue(Words sentence) {
    return dates != null && dates.due(sentence.sentence()) != null;
  }

  /** How much a sentence reads as a request for an action or an answer, both taken together. */
  static double requestProbability(String sentence) {
    return AskModel.trained().probability(sentence, CueTable.CUES.weigh(Words.of(sentence)));
  }

  /** What the model adds to the rules: half its log odds, from where it takes a sentence to ask. */
  private static double learned(Words sentence, Map<Act, Double> weights) {
    var model = AskModel.trained();
    double odds =
        logOdds(model.probability(sentence.sentence(), weights)) - logOdds(model.threshold());
    return SHARE_OF_MODEL * Math.clamp(odds, -MOST_LEARNED, MOST_LEARNED);
  }

  private static double logOdds(double probability) {
    return Math.log(probability / (1 - probability));
  }

  private static double askWeight(Words sentence, Map<Act, Double> weights) {
    double weight = weights.getOrDefault(Act.ASK, 0.0);
    return sentence.asks() && weight > 0 ? weight + 0.6 : weight;
  }

  private static double questionWeight(Words sentence, Map<Act, Double> weights) {
    double weight = weights.getOrDefault(Act.QUESTION, 0.0);
    if (sentence.asks()) {
      return weight + (sentence.count() < 3 ? 1.0 : 2.0) - (isAside(sentence) ? 2.0 : 0.0);
    }
    return weight >= 1.9 ? weight - 0.2 : Math.min(weight, 1.0) - 1.0;
  }

  private static boolean isCourtesy(String sentence) {
    return COURTESIES.occursIn(sentence.toLowerCase(Locale.ROOT));
  }

  /** A question that is itself within quotation marks is somebody else's, or an example. */
  private static boolean isReported(String sentence) {
    int mark = sentence.lastIndexOf('?');
    return mark >= 0
        && mark + 1 < sentence.length()
        && "\"”»'’".indexOf(sentence.charAt(mark + 1)) >= 0;
  }

  /** "Could you …?" is a request, whatever its writer goes on with. */
  private boolean isRhetorical(Words sentence, Map<Act, Double> weights) {
    return sentence.asks()
        && weights.getOrDefault(Act.ASK, 0.0) < CLEAR_REQUEST
        && Rhetoric.wantsNoAnswer(text, sentence.sentence(), next);
  }

  /** A question in brackets inside a statement: "(or is it?)", "(?)". */
  private static boolean isAside(Words sentence) {
    return sentence.sentence().endsWith("(?)") || sentence.sentence().endsWith("?)");
  }

  private void submission(Letter letter, Zones zones, List<String> sentences) {
    var subject = letter.header("subject").orElse("");
    var submission = Submissions.of(letter, subject, zones, sentences);
    if (submission > 0) {
      signals.add(new Signal(Act.SUBMISSION, quote(subject), null, submission));
    }
  }

  private void thanksOnly(String text, String closing) {
    var closingThanks = CueTable.CUES.weigh(Words.of(closing)).getOrDefault(Act.THANKS_ONLY, 0.0);
    boolean polite = thanks > 0 || (words == 0 && closingThanks > 0);
    boolean asksNothing = signals.stream().allMatch(signal -> signal.act() == Act.DONE);
    if (polite && asksNothing && words <= LONGEST_THANKS) {
      var quote = text.isBlank() ? closing : text;
      signals.add(new Signal(Act.THANKS_ONLY, quote(quote), null, words <= 12 ? 0.9 : 0.7));
    }
  }

  private void add(Act act, Words sentence, double weight) {
    var due = dates == null ? null : day(act, sentence.sentence(), dates);
    signals.add(new Signal(act, quote(sentence.sentence()), due, probability(weight)));
  }

  private @Nullable LocalDate day(Act act, String sentence, DueDates dates) {
    return switch (act) {
      case POSTPONEMENT, SCHEDULING -> {
        var day = means(namedBefore, sentence) ? namedBefore : dates.earliest(sentence);
        // The day is often named beside the words that put it off.
        if (day == null) {
          day = dates.earliest(next);
        }
        yield day == null ? dates.earliest(previous) : day;
      }
      case ASK, QUESTION, PROMISE -> dates.due(sentence);
      default -> null;
    };
  }

  private static String quote(String text) {
    var folded = Texts.folded(text);
    return folded.length() <= LONGEST_QUOTE
        ? folded
        : folded.substring(0, LONGEST_QUOTE - 1).stripTrailing() + "…";
  }

  private static double probability(double weight) {
    return 1 / (1 + Math.exp(-(weight + BIAS)));
  }
}
