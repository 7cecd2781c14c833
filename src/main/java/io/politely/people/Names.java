package io.politely.people;

import io.politely.kernel.EmailAddress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who is behind addresses, in words. Sentences that are stored name people by their addresses,
 * which do not change; their names are put in where a sentence is shown.
 */
public record Names(Map<EmailAddress, Known> known) {

  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s@<>()\",;:]+@[^\\s@<>()\",;:]+[^\\s@<>()\",;:.]");

  private static final Pattern BEHIND_A_NAME =
      Pattern.compile("(?<=\\S) \\((" + ADDRESS.pattern() + ")\\)");

  public Names {
    known = Map.copyOf(known);
  }

  /** The addresses that sentences mention. */
  public static List<EmailAddress> mentioned(Collection<String> sentences) {
    return sentences.stream()
        .flatMap(sentence -> ADDRESS.matcher(sentence).results())
        .flatMap(found -> EmailAddress.parse(found.group()).stream())
        .distinct()
        .toList();
  }

  private String withoutAddressIfKnown(MatchResult found) {
    boolean isKnown = EmailAddress.parse(found.group(1)).filter(known::containsKey).isPresent();
    return isKnown ? "" : Matcher.quoteReplacement(found.group());
  }

  /** The name behind an address; the address itself where nobody was met there. */
  public String of(EmailAddress address) {
    return Optional.ofNullable(known.get(address)).map(Known::name).orElseGet(address::value);
  }

  /** The company behind an address, or "". */
  public String company(EmailAddress address) {
    return Optional.ofNullable(known.get(address))
        .flatMap(Known::company)
        .map(Company::name)
        .orElse("");
  }

  /** The page of whoever is behind an address, or "". */
  public String path(EmailAddress address) {
    return Optional.ofNullable(known.get(address)).map(it -> "/people/" + it.person()).orElse("");
  }

  /**
   * A sentence with names in place of addresses. An address in brackets behind a name stays where
   * nobody was met there, and goes where somebody was.
   */
  public String in(String sentence) {
    return ADDRESS
        .matcher(BEHIND_A_NAME.matcher(sentence).replaceAll(this::withoutAddressIfKnown))
        .replaceAll(found ->
            Matcher.quoteReplacement(
                EmailAddress.parse(found.group()).map(this::of).orElseGet(found::group)));
  }
}
