package io.politely.pursuits;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a reason can be told: it says something, and nothing that must not decide. Words cannot
 * be checked for truth; that stays with whoever writes them.
 *
 * @param empty phrases that say nothing
 * @param forbidden words of traits that the law protects
 */
record ReasonRules(List<Empty> empty, List<Trait> forbidden) {

  private static final int LONGEST = 500;
  private static final int SHORTEST_WORDS = 3;

  ReasonRules {
    empty = List.copyOf(empty);
    forbidden = List.copyOf(forbidden);
  }

  /** Phrases that say nothing, and what to say instead. */
  record Empty(List<String> phrases, String instead) {

    Empty {
      phrases = phrases.stream().map(ReasonRules::plain).toList();
    }
  }

  /** What must never be a reason, and the words that point at it. */
  record Trait(String name, List<String> phrases) {

    Trait {
      phrases = phrases.stream().map(ReasonRules::plain).toList();
    }
  }

  /** Why these words cannot be told, with a suggestion; empty where they can. */
  Optional<String> refusal(String words) {
    if (words.length() > LONGEST) {
      return Optional.of("A reason has at most 500 characters: one true reason is enough.");
    }
    var plain = plain(words);
    for (var trait : forbidden) {
      var found = trait.phrases().stream().filter(plain::contains).findFirst();
      if (found.isPresent()) {
        return Optional.of(
            "“%s” points at %s, which must not decide. Name what the work asks for."
                .formatted(found.get().strip(), trait.name()));
      }
    }
    for (var one : empty) {
      var found = one.phrases().stream().filter(plain::contains).findFirst();
      if (found.isPresent()) {
        return Optional.of(
            "“%s” tells them nothing. %s".formatted(found.get().strip(), one.instead()));
      }
    }
    return plain.strip().split(" ").length < SHORTEST_WORDS
        ? Optional.of("Say it in a sentence: what was asked for, and what decided it.")
        : Optional.empty();
  }

  /** Letters without accents and case, a space around each word. */
  private static String plain(String words) {
    var letters =
        Normalizer.normalize(words.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "");
    return " " + letters.replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
  }
}
