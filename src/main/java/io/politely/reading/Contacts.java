package io.politely.reading;

import io.politely.kernel.EmailAddress;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds whom a sentence names as the one to turn to: the address it tells with the name beside it,
 * else a name that the words around it show to be one. Who writes and who is written to are never
 * meant.
 */
final class Contacts {

  private static final int MOST_SKIPPED = 5;
  private static final int MOST_NAME_WORDS = 4;

  private final Letter letter;

  /** Who writes and who is written to; read only where somebody is looked for. */
  private @Nullable String parties;

  private final Set<String> known = new HashSet<>();

  Contacts(Letter letter) {
    this.letter = letter;
  }

  /**
   * Whom a text names that refers to somebody: in the sentences that do, else after or before them;
   * an address without another name may stand anywhere.
   */
  @Nullable Contact referredTo(List<String> sentences, Predicate<String> refers) {
    var near = new LinkedHashSet<Integer>();
    for (int step : new int[] {0, 1, -1}) {
      for (int i = 0; i < sentences.size(); i++) {
        if (i + step >= 0 && i + step < sentences.size() && refers.test(sentences.get(i))) {
          near.add(i + step);
        }
      }
    }
    var named = best(sentences, near);
    if (named != null && named.address() != null) {
      return named;
    }
    var all = IntStream.range(0, sentences.size()).boxed().toList();
    var addressed = best(sentences, all);
    if (addressed == null || addressed.address() == null) {
      return named;
    }
    return named == null || addressed.name().equals(named.name())
        ? addressed
        : addressed.name().isEmpty() ? new Contact(named.name(), addressed.address()) : named;
  }

  /** The first with an address, else the first. */
  private @Nullable Contact best(List<String> sentences, Collection<Integer> places) {
    Contact first = null;
    for (int place : places) {
      var contact = in(sentences.get(place), place == 0 ? "" : sentences.get(place - 1));
      if (contact != null && contact.address() != null) {
        return contact;
      }
      first = first == null ? contact : first;
    }
    return first;
  }

  /** Whom the sentence names; {@code previous} is where a pronoun finds its name. */
  @Nullable Contact in(String sentence, String previous) {
    var address = address(sentence);
    if (address != null) {
      return address;
    }
    var name = name(sentence);
    if (name.isEmpty() && pointsBack(sentence)) {
      name = lastName(sentence);
      name = name.isEmpty() ? lastName(previous) : name;
    }
    return name.isEmpty() ? null : new Contact(name, null);
  }

  private String parties() {
    if (parties == null) {
      parties =
          (letter.header("from").orElse("") + " " + letter.header("to").orElse(""))
              .toLowerCase(Locale.ROOT);
      known.addAll(Words.of(parties).words());
    }
    return parties;
  }

  private @Nullable Contact address(String sentence) {
    for (int at = sentence.indexOf('@'); at >= 0; at = sentence.indexOf('@', at + 1)) {
      int begin = at;
      while (begin > 0 && isLocal(sentence.charAt(begin - 1))) {
        begin--;
      }
      int end = at + 1;
      while (end < sentence.length() && isDomain(sentence.charAt(end))) {
        end++;
      }
      while (end > at && !Character.isLetter(sentence.charAt(end - 1))) {
        end--;
      }
      var address = usable(sentence, begin, end);
      if (address.isPresent() && !isOwn(sentence, begin)) {
        var name = besides(sentence, begin, end);
        return new Contact(name.isEmpty() ? name(sentence) : name, address.get());
      }
    }
    return null;
  }

  private Optional<EmailAddress> usable(String sentence, int begin, int end) {
    var text = sentence.substring(begin, Math.max(begin, end));
    int at = text.indexOf('@');
    return at > 0 && text.indexOf('.', at) > 0 && !parties().contains(text.toLowerCase(Locale.ROOT))
        ? EmailAddress.parse(text)
        : Optional.empty();
  }

  /** "Write to me at …" names another address of the writer's own. */
  private static boolean isOwn(String sentence, int begin) {
    var before = Words.of(sentence.substring(Math.max(0, begin - 24), begin));
    for (int i = Math.max(0, before.count() - 2); i < before.count(); i++) {
      if (ContactTable.OURSELVES.contains(before.word(i))) {
        return true;
      }
    }
    return false;
  }

  /** "Kim Sato (kim@…)", "Kim Sato at kim@…", "kim@… (Kim Sato)"; "" without a name. */
  private String besides(String sentence, int begin, int end) {
    int to = begin;
    boolean joined = false;
    while (to > 0) {
      int word = beginOfWord(sentence, to);
      if (word < to
          && ContactTable.JOINTS.contains(sentence.substring(word, to).toLowerCase(Locale.ROOT))) {
        to = word;
        joined = true;
      } else if (word == to && " (<[,:-–—".indexOf(sentence.charAt(to - 1)) >= 0) {
        joined |= sentence.charAt(to - 1) != ' ';
        to--;
      } else {
        break;
      }
    }
    int from = beginOfRun(sentence, to);
    var name = run(sentence, from, to);
    boolean verb = from == 0 && !joined && name.indexOf(' ') < 0;
    if (!name.isEmpty() && !verb) {
      return name;
    }
    int next = end;
    while (next < sentence.length() && " )>,(".indexOf(sentence.charAt(next)) >= 0) {
      next++;
    }
    return sentence.startsWith(" (", end) ? run(sentence, next, endOfRun(sentence, next)) : "";
  }

  /** A name that stands after a lead or before a follower; "" without one. */
  private String name(String sentence) {
    var lower = sentence.toLowerCase(Locale.ROOT);
    if (lower.length() != sentence.length()) {
      return "";
    }
    for (int at = 0; at < lower.length(); at++) {
      if (at == 0 || !isInWord(lower, at - 1)) {
        int lead = end(ContactTable.LEADS, lower, at);
        var name = lead > 0 ? after(sentence, lead) : "";
        if (name.isEmpty() && at > 1 && end(ContactTable.FOLLOWERS, lower, at) > 0) {
          name = before(sentence, at - 1);
        }
        if (!name.isEmpty()) {
          return name;
        }
      }
    }
    return "";
  }

  /** The name before a follower, over where its bearer works: "Kim Sato in sales handles this". */
  private String before(String sentence, int follower) {
    var name = run(sentence, beginOfRun(sentence, follower), follower);
    int at = follower;
    for (int skipped = 0; skipped < MOST_SKIPPED && at > 1; skipped++) {
      int word = beginOfWord(sentence, at);
      if (word < 2 || sentence.charAt(word - 1) != ' ') {
        return name;
      }
      if (ContactTable.PLACES.contains(sentence.substring(word, at))) {
        var bearer = run(sentence, beginOfRun(sentence, word - 1), word - 1);
        return bearer.isEmpty() ? name : bearer;
      }
      at = word - 1;
    }
    return name;
  }

  /** The longest phrase that stands there as whole words: where it ends, or 0. */
  private static int end(PhraseIndex phrases, String lower, int at) {
    int end = 0;
    for (var phrase : phrases.startingWith(lower.charAt(at))) {
      int after = at + phrase.length();
      if (after > end && lower.startsWith(phrase, at) && !isInWord(lower, after)) {
        end = after;
      }
    }
    return end;
  }

  /** The first name after a lead, over some small words: "contact my colleague Kim Sato". */
  private String after(String sentence, int lead) {
    int at = lead;
    var before = "";
    for (int skipped = 0; skipped <= MOST_SKIPPED; skipped++) {
      while (at < sentence.length() && (sentence.charAt(at) == ' ' || sentence.charAt(at) == '.')) {
        at++;
      }
      int end = endOfWord(sentence, at);
      if (end == at) {
        return "";
      }
      var word = sentence.substring(at, end).toLowerCase(Locale.ROOT);
      boolean title = ContactTable.TITLES.contains(word);
      if (!title && Character.isUpperCase(sentence.charAt(at))) {
        return ContactTable.DETERMINERS.contains(before)
            ? ""
            : run(sentence, at, endOfRun(sentence, at));
      }
      before = word;
      at = end;
    }
    return "";
  }

  private static boolean pointsBack(String sentence) {
    return ContactTable.BACK.occursIn(sentence.toLowerCase(Locale.ROOT));
  }

  /** The last name of two words or more that stands in a sentence. */
  private String lastName(String sentence) {
    var last = "";
    int at = 0;
    while (at < sentence.length()) {
      boolean begins = Character.isUpperCase(sentence.charAt(at));
      if (begins && (at == 0 || !isInWord(sentence, at - 1))) {
        int end = endOfRun(sentence, at);
        var name = run(sentence, at, end);
        last = name.indexOf(' ') > 0 ? name : last;
        at = Math.max(end, at + 1);
      } else {
        at++;
      }
    }
    return last;
  }

  /** The words between as a name, without titles; "" if they are none or one of the parties. */
  private String run(String sentence, int begin, int end) {
    int from = begin;
    while (from < end && isTitle(sentence, from)) {
      from = endOfWord(sentence, from);
      while (from < end && ". ".indexOf(sentence.charAt(from)) >= 0) {
        from++;
      }
    }
    var words = Words.of(sentence.substring(from, Math.max(from, end)));
    boolean party = !parties().isEmpty();
    for (int i = 0; i < words.count(); i++) {
      if (ContactTable.NO_NAMES.contains(words.word(i))) {
        return "";
      }
      party &= known.contains(words.word(i));
    }
    return words.count() == 0 || words.count() > MOST_NAME_WORDS || party
        ? ""
        : sentence.substring(from, end).strip();
  }

  private static boolean isTitle(String sentence, int at) {
    var word = sentence.substring(at, endOfWord(sentence, at)).toLowerCase(Locale.ROOT);
    return ContactTable.TITLES.contains(word);
  }

  /** Where a run of capitals that ends there begins; the end itself where there is none. */
  private static int beginOfRun(String sentence, int end) {
    int begin = end;
    int at = end;
    while (at > 0) {
      int word = beginOfWord(sentence, at);
      if (word == at || !isOfName(sentence, word, at)) {
        break;
      }
      begin = Character.isUpperCase(sentence.charAt(word)) ? word : begin;
      at = word > 0 && sentence.charAt(word - 1) == ' ' ? word - 1 : 0;
    }
    return begin;
  }

  /** Where a run of capitals that begins there ends. */
  private static int endOfRun(String sentence, int begin) {
    int end = begin;
    int at = begin;
    while (at < sentence.length()) {
      int word = endOfWord(sentence, at);
      if (word == at || !isOfName(sentence, at, word)) {
        break;
      }
      end = Character.isUpperCase(sentence.charAt(at)) ? word : end;
      boolean initial = word - at == 1 && word < sentence.length() && sentence.charAt(word) == '.';
      at = initial ? word + 1 : word;
      if (at >= sentence.length() || sentence.charAt(at) != ' ') {
        break;
      }
      at++;
    }
    return end;
  }

  private static boolean isOfName(String sentence, int begin, int end) {
    return Character.isUpperCase(sentence.charAt(begin))
        || ContactTable.PARTICLES.contains(sentence.substring(begin, end));
  }

  private static int beginOfWord(String sentence, int end) {
    int begin = end;
    while (begin > 0 && isInWord(sentence, begin - 1)) {
      begin--;
    }
    return begin;
  }

  private static int endOfWord(String sentence, int begin) {
    int end = begin;
    while (end < sentence.length() && isInWord(sentence, end)) {
      end++;
    }
    return end;
  }

  private static boolean isInWord(String text, int at) {
    if (at < 0 || at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    boolean joins =
        (c == '-' || c == '\'' || c == '’')
            && at > 0
            && at + 1 < text.length()
            && Character.isLetter(text.charAt(at - 1))
            && Character.isLetter(text.charAt(at + 1));
    return Character.isLetterOrDigit(c) || joins;
  }

  private static boolean isLocal(char c) {
    return Character.isLetterOrDigit(c) || "._%+-".indexOf(c) >= 0;
  }

  private static boolean isDomain(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-';
  }
}
