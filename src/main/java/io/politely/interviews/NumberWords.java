package io.politely.interviews;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words for numbers below a million in one language, alone and grown together. */
final class NumberWords {

  /** Words by their value, as {@code value=word|word}. */
  private static final Map<String, String> TABLES =
      Map.of(
          "en",
          """
          0=zero|oh 1=one 2=two 3=three 4=four 5=five 6=six 7=seven 8=eight 9=nine 10=ten 11=eleven
          12=twelve 13=thirteen 14=fourteen 15=fifteen 16=sixteen 17=seventeen 18=eighteen
          19=nineteen 20=twenty 30=thirty 40=forty 50=fifty 60=sixty 70=seventy 80=eighty 90=ninety
          100=hundred 1000=thousand|grand
          """,
          "de",
          """
          0=null 1=eins|ein|eine|einem|einen|einer 2=zwei|zwo 3=drei 4=vier 5=fünf|fuenf 6=sechs
          7=sieben 8=acht 9=neun 10=zehn 11=elf 12=zwölf|zwoelf 13=dreizehn 14=vierzehn
          15=fünfzehn|fuenfzehn 16=sechzehn 17=siebzehn 18=achtzehn 19=neunzehn 20=zwanzig
          30=dreißig|dreissig 40=vierzig 50=fünfzig|fuenfzig 60=sechzig 70=siebzig 80=achtzig
          90=neunzig 100=hundert 1000=tausend
          """,
          "fr",
          """
          0=zéro 1=un|une 2=deux 3=trois 4=quatre 5=cinq 6=six 7=sept 8=huit 9=neuf 10=dix 11=onze
          12=douze 13=treize 14=quatorze 15=quinze 16=seize 20=vingt|vingts 30=trente 40=quarante
          50=cinquante 60=soixante 70=septante 80=huitante|octante 90=nonante 100=cent|cents
          1000=mille
          """,
          "es",
          """
          0=cero 1=un|uno|una 2=dos 3=tres 4=cuatro 5=cinco 6=seis 7=siete 8=ocho 9=nueve 10=diez
          11=once 12=doce 13=trece 14=catorce 15=quince 16=dieciséis|dieciseis 17=diecisiete
          18=dieciocho 19=diecinueve 20=veinte 21=veintiuno|veintiún|veintiuna 22=veintidós|veintidos
          23=veintitrés|veintitres 24=veinticuatro 25=veinticinco 26=veintiséis|veintiseis
          27=veintisiete 28=veintiocho 29=veintinueve 30=treinta 40=cuarenta 50=cincuenta 60=sesenta
          70=setenta 80=ochenta 90=noventa 100=cien|ciento 200=doscientos|doscientas
          300=trescientos|trescientas 400=cuatrocientos|cuatrocientas 500=quinientos|quinientas
          600=seiscientos|seiscientas 700=setecientos|setecientas 800=ochocientos|ochocientas
          900=novecientos|novecientas 1000=mil
          """,
          "it",
          """
          0=zero 1=un|uno|una 2=due 3=tre|tré 4=quattro 5=cinque 6=sei 7=sette 8=otto 9=nove 10=dieci
          11=undici 12=dodici 13=tredici 14=quattordici 15=quindici 16=sedici 17=diciassette
          18=diciotto 19=diciannove 20=venti|vent 30=trenta|trent 40=quaranta|quarant
          50=cinquanta|cinquant 60=sessanta|sessant 70=settanta|settant 80=ottanta|ottant
          90=novanta|novant 100=cento 1000=mille|mila
          """,
          "nl",
          """
          0=nul 1=een|één 2=twee 3=drie 4=vier 5=vijf 6=zes 7=zeven 8=acht 9=negen 10=tien 11=elf
          12=twaalf 13=dertien 14=veertien 15=vijftien 16=zestien 17=zeventien 18=achttien
          19=negentien 20=twintig 30=dertig 40=veertig 50=vijftig 60=zestig 70=zeventig 80=tachtig
          90=negentig 100=honderd 1000=duizend
          """,
          "pt",
          """
          0=zero 1=um|uma 2=dois|duas 3=três|tres 4=quatro 5=cinco 6=seis 7=sete 8=oito 9=nove 10=dez
          11=onze 12=doze 13=treze 14=catorze|quatorze 15=quinze 16=dezasseis|dezesseis
          17=dezassete|dezessete 18=dezoito 19=dezanove|dezenove 20=vinte 30=trinta 40=quarenta
          50=cinquenta 60=sessenta 70=setenta 80=oitenta 90=noventa 100=cem|cento
          200=duzentos|duzentas 300=trezentos|trezentas 400=quatrocentos|quatrocentas
          500=quinhentos|quinhentas 600=seiscentos|seiscentas 700=setecentos|setecentas
          800=oitocentos|oitocentas 900=novecentos|novecentas 1000=mil
          """);

  /** What may stand between the words of one number. */
  private static final Map<String, Set<String>> JOINTS =
      Map.of(
          "en", Set.of("and"),
          "fr", Set.of("et"),
          "es", Set.of("y"),
          "pt", Set.of("e"));

  /** What stands between ones and tens where numbers are written in one word. */
  private static final Map<String, String> KNOTS = Map.of("de", "und", "nl", "en");

  private static final int MOST = 1_000_000;

  private final String language;
  private final Map<String, Integer> values = new HashMap<>();

  private NumberWords(String language) {
    this.language = language;
    for (var entry : TABLES.getOrDefault(language, "").strip().split("\\s+", -1)) {
      int equals = entry.indexOf('=');
      for (var word : entry.substring(equals + 1).split("\\|", -1)) {
        values.put(word, Integer.parseInt(entry.substring(0, equals)));
      }
    }
  }

  static Set<String> languages() {
    return TABLES.keySet();
  }

  static NumberWords of(String language) {
    return new NumberWords(TABLES.containsKey(language) ? language : "en");
  }

  Sum sum() {
    return new Sum(language.equals("fr"));
  }

  boolean joins(String word) {
    return JOINTS.getOrDefault(language, Set.of()).contains(word);
  }

  /** What a lower-case word counts, also one grown together; null for any other word. */
  @Nullable Integer value(String word) {
    var simple = values.get(word);
    if (simple != null) {
      return simple;
    }
    return switch (language) {
      case "de", "nl" -> compound(word);
      case "it" -> italian(word);
      default -> null;
    };
  }

  /** "Achtundsechzigtausendfünfhundert", "vijfenvijftighonderd". */
  private @Nullable Integer compound(String word) {
    for (int scale : new int[] {1000, 100}) {
      var name = scale == 1000 ? name(1000) : name(100);
      int at = word.indexOf(name);
      if (at >= 0) {
        var times = at == 0 ? Integer.valueOf(1) : value(word.substring(0, at));
        var rest = word.substring(at + name.length());
        if (rest.startsWith(knot()) && !values.containsKey(rest)) {
          rest = rest.substring(knot().length());
        }
        var more = rest.isEmpty() ? Integer.valueOf(0) : value(rest);
        return times != null && more != null && more < scale && times * scale < MOST
            ? Integer.valueOf(times * scale + more)
            : null;
      }
    }
    for (var knot : new String[] {knot(), "ën"}) {
      int at = word.indexOf(knot);
      while (at > 0) {
        var ones = values.get(word.substring(0, at));
        var tens = values.get(word.substring(at + knot.length()));
        if (ones != null && tens != null && ones < 10 && tens >= 20 && tens < 100) {
          return ones + tens;
        }
        at = word.indexOf(knot, at + 1);
      }
    }
    return null;
  }

  private String knot() {
    return KNOTS.getOrDefault(language, "");
  }

  private String name(int value) {
    return switch (language) {
      case "de" -> value == 1000 ? "tausend" : "hundert";
      default -> value == 1000 ? "duizend" : "honderd";
    };
  }

  /** "Sessantacinquemila": the longest known beginning, then the rest. */
  private @Nullable Integer italian(String word) {
    var sum = sum();
    int at = 0;
    while (at < word.length()) {
      int end = word.length();
      while (end > at && !values.containsKey(word.substring(at, end))) {
        end--;
      }
      var value = end == at ? null : values.get(word.substring(at, end));
      if (value == null || !sum.takes(value, true)) {
        return null;
      }
      at = end;
    }
    return sum.value();
  }

  /** A number as its words come in. */
  static final class Sum {

    /** Sixty-ten and four-twenties. */
    private final boolean byTwenties;

    private int thousands;
    private int current = -1;
    private int last;

    private Sum(boolean byTwenties) {
      this.byTwenties = byTwenties;
    }

    boolean isEmpty() {
      return current < 0 && thousands == 0;
    }

    /**
     * Takes a word into the number, if it can belong to it.
     *
     * @param joined after "and", or grown together
     */
    boolean takes(int value, boolean joined) {
      if (value == 1000) {
        if (thousands > 0) {
          return false;
        }
        thousands = Math.max(1, current) * 1000;
        current = 0;
        last = 1000;
        return thousands < MOST;
      }
      if (current < 0 || (current == 0 && last == 1000)) {
        current = value;
        last = value;
        return true;
      }
      if (value == 100 && current > 0 && current < 100) {
        current *= 100;
      } else if (byTwenties && value == 20 && current == 4) {
        current = 80;
      } else if (fits(value, joined)) {
        current += value;
      } else {
        return false;
      }
      last = value;
      return true;
    }

    private boolean fits(int value, boolean joined) {
      int tens = current % 100;
      if (current >= 100 && tens == 0) {
        return value < 100 && (joined || last >= 100);
      }
      boolean teensOnSixtyOrEighty =
          byTwenties && (tens == 60 || tens == 80) && value >= 10 && value < 17;
      boolean onesOnTens = tens >= 20 && tens % 10 == 0 && last != 0 && value > 0 && value < 10;
      boolean sevenOnTeen = byTwenties && last == 10 && tens % 20 == 10 && value >= 7 && value <= 9;
      return teensOnSixtyOrEighty || onesOnTens || sevenOnTeen;
    }

    int value() {
      return thousands + Math.max(0, current);
    }

    String digits() {
      return Integer.toString(value());
    }
  }
}
