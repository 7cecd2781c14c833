package io.politely.today.web;

import io.politely.kernel.EmailAddress;
import io.politely.people.Company;
import io.politely.people.Known;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who is behind addresses, in words. */
record Names(Map<EmailAddress, Known> known) {

  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s@<>()\",;:]+@[^\\s@<>()\",;:]+[^\\s@<>()\",;:.]");

  Names {
    known = Map.copyOf(known);
  }

  /** The addresses that sentences mention. */
  static List<EmailAddress> mentioned(Collection<String> sentences) {
    return sentences.stream()
        .flatMap(sentence -> ADDRESS.matcher(sentence).results())
        .flatMap(found -> EmailAddress.parse(found.group()).stream())
        .distinct()
        .toList();
  }

  /** The name behind an address; the address itself where nobody was met there. */
  String of(EmailAddress address) {
    return Optional.ofNullable(known.get(address)).map(Known::name).orElseGet(address::value);
  }

  /** The company behind an address, or "". */
  String company(EmailAddress address) {
    return Optional.ofNullable(known.get(address))
        .flatMap(Known::company)
        .map(Company::name)
        .orElse("");
  }

  /** The page of whoever is behind an address, or "". */
  String path(EmailAddress address) {
    return Optional.ofNullable(known.get(address)).map(it -> "/people/" + it.person()).orElse("");
  }

  /** A sentence with names in place of addresses. */
  String in(String sentence) {
    return ADDRESS
        .matcher(sentence)
        .replaceAll(found ->
            Matcher.quoteReplacement(
                EmailAddress.parse(found.group()).map(this::of).orElseGet(found::group)));
  }

  /** One or two letters for a name: {@code AL}. */
  static String initials(String name) {
    var words = Stream.of(name.split("[\\s.@_-]+")).filter(Names::hasLetterFirst).toList();
    if (words.isEmpty()) {
      return "·";
    }
    var last = words.size() > 1 && name.indexOf('@') < 0 ? letter(words.getLast()) : "";
    return letter(words.getFirst()) + last;
  }

  private static boolean hasLetterFirst(String word) {
    return !word.isEmpty() && Character.isLetterOrDigit(word.codePointAt(0));
  }

  private static String letter(String word) {
    return Character.toString(word.codePointAt(0)).toUpperCase(Locale.ROOT);
  }
}
