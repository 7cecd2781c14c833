package io.politely.people;

import io.politely.kernel.EmailAddress;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the display names of an address say about what its owner is called. */
final class NameRules {

  private static final int LONGEST = 120;
  private static final int LONGEST_PERSONAL_PART = 3;
  private static final int LONGEST_ABBREVIATION = 3;

  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\uFFFD]+");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern QUOTES =
      Pattern.compile("^[\"'`´‘’“”„«»<\\s]+|[\"'`´‘’“”„«»>\\s]+$");
  private static final Pattern VIA =
      Pattern.compile(
          "^.*?\\S[\"'’”]?\\s+\\(?via\\s+([^()]*[^()\\s])\\)?\\s*$", Pattern.CASE_INSENSITIVE);
  private static final Pattern BRACKETS = Pattern.compile("\\s*(\\([^()]*\\)|\\[[^\\[\\]]*])\\s*");
  private static final Pattern AFFILIATION = Pattern.compile("\\s+[|@/·•–—-]\\s+.*$|\\s*\\|.*$");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");
  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern LOCAL_PARTS = Pattern.compile("[._-]+");
  private static final Pattern LETTERS_ONLY = Pattern.compile("\\p{L}+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private static final Set<String> TITLES =
      Set.of(
          "dr",
          "prof",
          "professor",
          "mr",
          "mrs",
          "ms",
          "miss",
          "mx",
          "sir",
          "madam",
          "herr",
          "frau",
          "ing",
          "dipl-ing",
          "mag",
          "rev",
          "hon");

  private static final Set<String> DEGREES =
      Set.of(
          "phd",
          "dphil",
          "md",
          "mba",
          "msc",
          "bsc",
          "ma",
          "ba",
          "mph",
          "jd",
          "llm",
          "esq",
          "cpa",
          "cfa",
          "pmp",
          "cissp",
          "pe",
          "rn",
          "shrm-cp",
          "shrm-scp",
          "phr",
          "sphr",
          "ceng",
          "frs",
          "obe",
          "mbe");

  private static final Set<String> GENERATIONS = Set.of("jr", "sr", "ii", "iii", "iv");

  private static final Set<String> COMPANY_FORMS =
      Set.of(
          "inc",
          "llc",
          "ltd",
          "limited",
          "gmbh",
          "ag",
          "co",
          "corp",
          "corporation",
          "company",
          "plc",
          "sa",
          "bv",
          "nv",
          "oy",
          "ab",
          "as",
          "srl",
          "kg",
          "llp",
          "lp",
          "pty",
          "pvt",
          "team");

  private NameRules() {}

  /**
   * The name in a display name: quotes, titles, degrees, affiliations and address-like text taken
   * off, "Last, First" turned round; empty where nothing remains that tells more than the address.
   */
  static Optional<String> clean(String displayName, EmailAddress address) {
    var name = QUOTES.matcher(fold(displayName)).replaceAll("");
    var via = VIA.matcher(name);
    if (via.matches()) {
      // "Ada via Some List" stands at the address of the list: it is the list that is called so.
      name = QUOTES.matcher(via.group(1)).replaceAll("");
    }
    name = withoutBrackets(name);
    name = keepUnlessEmpty(name, AFFILIATION.matcher(name).replaceFirst(""));
    name = turnRound(name);
    name = withoutTitles(name);
    name = QUOTES.matcher(name).replaceAll("");
    return saysNothing(name, address) ? Optional.empty() : Optional.of(name);
  }

  /** A name that the user typed, on one line and not too long; empty where there is none. */
  static Optional<String> given(String typed) {
    return Optional.of(fold(typed)).filter(name -> !name.isEmpty());
  }

  /** Which of two names of one address is the better one to show, the better one first. */
  static Comparator<Counted> betterFirst() {
    return Comparator.<Counted>comparingInt(counted -> quality(counted.name()))
        .thenComparingLong(Counted::times)
        .reversed()
        .thenComparing(Counted::name);
  }

  /** A person's name as it is shown: shouting and mumbling are spelled as names are. */
  static String spell(String name) {
    boolean oneCase = isShouted(name) || isMumbled(name);
    return oneCase && isFull(name)
        ? Arrays.stream(name.split(" ")).map(NameRules::capitalize).collect(Collectors.joining(" "))
        : name;
  }

  /** A name for an address without one: {@code ada.lovelace@} is Ada Lovelace. */
  static String fromAddress(EmailAddress mailbox) {
    var parts = LOCAL_PARTS.split(mailbox.local());
    boolean looksLikeName =
        parts.length >= 2
            && parts.length <= LONGEST_PERSONAL_PART
            && Arrays.stream(parts).allMatch(part -> LETTERS_ONLY.matcher(part).matches())
            && parts[parts.length - 1].length() > 1;
    return looksLikeName
        ? Arrays.stream(parts).map(NameRules::capitalize).collect(Collectors.joining(" "))
        : mailbox.value();
  }

  /** By what a name is sorted and searched: lower case, without accents and punctuation. */
  static String sortName(String name) {
    var plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    return NOT_A_WORD.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  /**
   * The letters by which somebody is found: the name from each of its words on, and the domain of
   * the mailbox after an {@code @}.
   *
   * @param sortName as {@link #sortName} gives it
   */
  static Set<String> beginnings(String sortName, EmailAddress mailbox) {
    var beginnings = new HashSet<String>();
    for (int at = 0; at >= 0; at = sortName.indexOf(' ', at + 1)) {
      beginnings.add(sortName.substring(at).strip());
    }
    beginnings.add("@" + mailbox.domain());
    return beginnings;
  }

  /**
   * Equal for the spellings of one full name, whatever their order and initials; "" for a name that
   * too many people share to say anything.
   */
  static String sameName(String name) {
    var words =
        Arrays.stream(sortName(name).split(" "))
            .filter(word -> word.length() > 1)
            .sorted()
            .toList();
    return words.size() < 2 ? "" : String.join(" ", words);
  }

  /** What a company is called, as far as its domain tells. */
  static String ofCompany(String domain) {
    var label =
        domain.substring(0, domain.indexOf('.') < 0 ? domain.length() : domain.indexOf('.'));
    if (label.length() <= LONGEST_ABBREVIATION) {
      return label.toUpperCase(Locale.ROOT);
    }
    return Arrays.stream(label.split("-"))
        .filter(word -> !word.isEmpty())
        .map(NameRules::capitalize)
        .collect(Collectors.joining(" "));
  }

  private static String fold(String text) {
    var printable = UNPRINTABLE.matcher(text).replaceAll(" ");
    var folded = SPACES.matcher(printable).replaceAll(" ").strip();
    return folded.length() <= LONGEST ? folded : folded.substring(0, safeEnd(folded)).strip();
  }

  /** Never between the halves of one character. */
  private static int safeEnd(String text) {
    return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
  }

  private static String withoutBrackets(String name) {
    return keepUnlessEmpty(name, BRACKETS.matcher(name).replaceAll(" ").strip());
  }

  private static String keepUnlessEmpty(String name, String shorter) {
    return shorter.isBlank() ? name : shorter.strip();
  }

  /** "Lovelace, Ada, PhD" is Ada Lovelace; "Babbage, Inc." stays as it is. */
  private static String turnRound(String name) {
    var parts = new ArrayList<>(List.of(name.split("\\s*,\\s*")));
    while (parts.size() > 1 && isOneOf(DEGREES, parts.getLast())) {
      parts.removeLast();
    }
    if (parts.size() == 2 && isOneOf(GENERATIONS, parts.getLast())) {
      return parts.getFirst() + " " + parts.getLast();
    }
    boolean isLastFirst =
        parts.size() == 2
            && !isOneOf(COMPANY_FORMS, parts.getLast())
            && parts.stream().allMatch(NameRules::couldBePartOfName);
    return isLastFirst ? parts.getLast() + " " + parts.getFirst() : String.join(", ", parts);
  }

  private static boolean couldBePartOfName(String part) {
    var words = part.split(" ");
    return words.length <= LONGEST_PERSONAL_PART
        && Arrays.stream(words)
            .allMatch(word -> LETTER.matcher(word).find() && !"and".equals(word));
  }

  private static String withoutTitles(String name) {
    var words = new ArrayList<>(List.of(name.split(" ")));
    while (words.size() > 1 && isOneOf(TITLES, words.getFirst())) {
      words.removeFirst();
    }
    while (words.size() > 2 && isOneOf(DEGREES, words.getLast())) {
      words.removeLast();
    }
    return String.join(" ", words);
  }

  private static boolean isOneOf(Set<String> words, String word) {
    return words.contains(word.toLowerCase(Locale.ROOT).replace(".", ""));
  }

  private static boolean saysNothing(String name, EmailAddress address) {
    return !LETTER.matcher(name).find()
        || name.indexOf('@') >= 0
        || name.contains("://")
        || name.contains("=?")
        || name.equalsIgnoreCase(address.local())
        || name.equalsIgnoreCase(address.withoutTag().local());
  }

  /**
   * A full name tells more than a first name, and one spelled with care more than a shouted one.
   */
  private static int quality(String name) {
    if (!isFull(name)) {
      return 0;
    }
    return isShouted(name) || isMumbled(name) ? 1 : 2;
  }

  static boolean isFull(String name) {
    return name.indexOf(' ') > 0 || name.codePoints().anyMatch(Character::isIdeographic);
  }

  private static boolean isShouted(String name) {
    return name.codePoints().noneMatch(Character::isLowerCase)
        && name.codePoints().anyMatch(Character::isUpperCase);
  }

  private static boolean isMumbled(String name) {
    return name.codePoints().noneMatch(Character::isUpperCase)
        && name.codePoints().anyMatch(Character::isLowerCase);
  }

  /** A capital at the start and after an apostrophe or hyphen, small letters elsewhere. */
  private static String capitalize(String word) {
    var spelled = new StringBuilder(word.length());
    boolean atStart = true;
    for (int c : word.codePoints().toArray()) {
      spelled.appendCodePoint(atStart ? Character.toTitleCase(c) : Character.toLowerCase(c));
      atStart = c == '-' || c == '\'' || c == '’' || c == '.';
    }
    return spelled.toString();
  }

  /** A name, and how often it was met. */
  record Counted(String name, long times) {

    static final Counted NONE = new Counted("", 0);
  }
}
