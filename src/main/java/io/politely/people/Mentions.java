package io.politely.people;

import io.politely.kernel.EmailAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds somebody in texts, by their addresses, with any tag, and by their names. */
public final class Mentions {

  /** What stands where they were named. */
  public static final String INSTEAD = "somebody who was erased";

  /** Quotation marks, line ends and markup stand between the words of a name. */
  private static final String BETWEEN = "[^\\p{L}\\p{N}]{1,12}";

  private static final String IN_LOCAL_PART = ".!#$%&'*+/=?^_`{|}~-";
  private static final int LONGEST_LOCAL_PART = 64;

  private final List<Set<String>> words;
  private final Pattern pattern;

  public Mentions(Traces traces) {
    var alternatives = new ArrayList<String>();
    var needed = new ArrayList<Set<String>>();
    for (var mailbox : traces.mailboxes()) {
      needed.add(Set.of(mailbox.local(), "@" + mailbox.domain()));
      alternatives.add(
          "(?<![\\p{L}\\p{N}._%%-])%s(?:\\+[^@\\s<>]{1,64})?@%s(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])"
              .formatted(Pattern.quote(mailbox.local()), Pattern.quote(mailbox.domain())));
    }
    for (var name : traces.names()) {
      var parts = name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1);
      var spoken = Arrays.stream(parts).filter(part -> !part.isEmpty()).toList();
      needed.add(new HashSet<>(spoken));
      alternatives.add(
          spoken.stream()
              .map(Pattern::quote)
              .collect(Collectors.joining(BETWEEN, "(?<![\\p{L}\\p{N}])", "(?![\\p{L}\\p{N}])")));
    }
    this.words = List.copyOf(needed);
    this.pattern =
        Pattern.compile(
            String.join("|", alternatives), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Whether they are named there. */
  public boolean isIn(String text) {
    var folded = text.toLowerCase(Locale.ROOT);
    // Most texts have none of the words, and looking for words is quick.
    return words.stream().anyMatch(all -> all.stream().allMatch(folded::contains))
        && pattern.matcher(text).find();
  }

  /** The text with somebody who was erased in their place. */
  public String removedFrom(String text) {
    return isIn(text) ? pattern.matcher(text).replaceAll(INSTEAD) : text;
  }

  /** Whatever looks like an address in a text, without tags. */
  public static Set<EmailAddress> addressesIn(String text) {
    var found = new HashSet<EmailAddress>();
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      int start = at;
      while (start > 0 && at - start < LONGEST_LOCAL_PART && isInLocalPart(text, start - 1)) {
        start--;
      }
      int end = at + 1;
      while (end < text.length() && isInDomain(text, end)) {
        end++;
      }
      EmailAddress.parse(text.substring(start, end))
          .map(EmailAddress::withoutTag)
          .ifPresent(found::add);
    }
    return found;
  }

  private static boolean isInLocalPart(String text, int index) {
    char c = text.charAt(index);
    return Character.isLetterOrDigit(c) || IN_LOCAL_PART.indexOf(c) >= 0;
  }

  /** A dot belongs to a domain only before another part of it: sentences end with one. */
  private static boolean isInDomain(String text, int index) {
    char c = text.charAt(index);
    return Character.isLetterOrDigit(c)
        || c == '-'
        || (c == '.'
            && index + 1 < text.length()
            && Character.isLetterOrDigit(text.charAt(index + 1)));
  }
}
