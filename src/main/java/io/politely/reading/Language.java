package io.politely.reading;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** The languages that the reading knows, told apart by their commonest small words. */
enum Language {
  ENGLISH(
      "the and to you your is are was we for with this that it be have will would could i'm i'll"
          + " at from not please thanks thank hi dear back by on out of my our us any some do"
          + " does they he she his her what when which there here today tomorrow next week month",
      "US"),
  GERMAN(
      "der die das und ich sie wir nicht ist mit ein eine einen für auf den dem von zu bei im am"
          + " bis ihr ihre ihnen mich mir uns es noch auch aber oder wenn dass wie nach ab bin sind"
          + " habe haben wird werden kann können sehr geehrte liebe hallo danke vielen gruß grüße"
          + " woche nächste zurück bitte heute morgen",
      "DE"),
  FRENCH(
      "le la les et je vous nous pas est une des du dans pour sur avec ce cette mon ma mes votre"
          + " notre vos nos que qui ne au aux sont être avoir bonjour merci cordialement été suis"
          + " jusqu'au jusqu'à c'est j'ai l'équipe il elle on mais plus bien demain semaine"
          + " prochaine serai serais reviendrai d'ici",
      "FR"),
  SPANISH(
      "el los las y usted ustedes nosotros no es una del para con por su sus mi nuestro está estoy"
          + " hola gracias saludos pero más muy también hasta desde cuando como qué lo le nos se ya"
          + " semana próxima estaré vuelvo un hemos buenos",
      "ES"),
  ITALIAN(
      "il gli di e che non è una del della per con sono ho ha mi ci si le nostro vostro suo grazie"
          + " buongiorno saluti ma più anche fino dal dalla nel nella alla al settimana prossima"
          + " ciao cordiali sarò gentile questo lei abbiamo",
      "IT"),
  DUTCH(
      "de het een en ik je u wij we niet is met voor van op te in dat die zijn heb hebben hebt"
          + " jullie mijn uw onze maar ook nog naar bij tot om kan kun zal groet groeten bedankt"
          + " beste hoi dag volgende terug graag wordt vanaf ben",
      "NL"),
  PORTUGUESE(
      "o os as e você vocês nós não é uma do da dos das para com por seu sua meu nosso está estou"
          + " olá obrigado obrigada mas mais muito também até desde quando como que no na em ao"
          + " semana próxima estarei volto um temos bom boa segue",
      "PT");

  private static final Map<Integer, Language[]> BY_WORD = new HashMap<>();

  static {
    for (var language : values()) {
      for (var word : language.commonWords.split(" ", -1)) {
        BY_WORD.merge(word.hashCode(), new Language[] {language}, Language::joined);
      }
    }
  }

  private final String commonWords;
  private final String country;

  Language(String commonWords, String country) {
    this.commonWords = commonWords;
    this.country = country;
  }

  /** Where most who write it in mail live; for a sender of whom nothing else is known. */
  String country() {
    return country;
  }

  /** The two letters of ISO 639. */
  String code() {
    return switch (this) {
      case ENGLISH -> "en";
      case GERMAN -> "de";
      case FRENCH -> "fr";
      case SPANISH -> "es";
      case ITALIAN -> "it";
      case DUTCH -> "nl";
      case PORTUGUESE -> "pt";
    };
  }

  /** By its two letters; English where they tell none that is read here. */
  static Language ofCode(String code) {
    return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst().orElse(ENGLISH);
  }

  /** The language most of the words belong to; {@code otherwise} where none stands out. */
  static Language of(Words words, Language otherwise) {
    var counts = new EnumMap<Language, Double>(Language.class);
    for (int i = 0; i < words.count(); i++) {
      var languages = BY_WORD.get(words.hash(i));
      if (languages != null) {
        for (var language : languages) {
          counts.merge(language, 1.0 / languages.length, Double::sum);
        }
      }
    }
    var best = otherwise;
    double most = counts.getOrDefault(otherwise, 0.0) + 0.4;
    for (var count : counts.entrySet()) {
      if (count.getValue() > most) {
        best = count.getKey();
        most = count.getValue();
      }
    }
    return best;
  }

  private static Language[] joined(Language[] one, Language[] other) {
    var both = new Language[one.length + other.length];
    System.arraycopy(one, 0, both, 0, one.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
