package io.politely.wording;

import io.politely.wording.OwnStyle.Formality;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A sentence of a template: of its alternatives the first stands whose fields are all known. The
 * notation is explained at the top of {@code letters.json}.
 *
 * @param isNeeded whether the letter makes no sense without it
 * @param isSpare whether a writer of short letters leaves it out
 */
record TemplateSentence(boolean isNeeded, boolean isSpare, List<Alternative> alternatives) {

  private static final Pattern MARK =
      Pattern.compile("\\{(\\??)(\\w+)}|\\[([^|\\]]*)\\|([^|\\]]*)]");

  private static final String ENDS = ".!?…";

  TemplateSentence {
    alternatives = List.copyOf(alternatives);
  }

  /** A piece of a sentence. */
  private sealed interface Piece {

    record Words(String words) implements Piece {}

    record Known(Field field) implements Piece {}

    record Address(String formal, String familiar) implements Piece {}
  }

  /**
   * A way to say it.
   *
   * @param fields those that it takes
   * @param isLowered whether it begins with a small letter behind a comma
   */
  record Alternative(Set<Field> fields, List<Piece> pieces, boolean isLowered) {

    Alternative {
      fields = Set.copyOf(fields);
      pieces = List.copyOf(pieces);
    }

    private static Alternative of(String notation) {
      var fields = EnumSet.noneOf(Field.class);
      var pieces = new ArrayList<Piece>();
      var marks = MARK.matcher(notation);
      boolean isLowered = notation.startsWith("^");
      int at = isLowered ? 1 : 0;
      while (marks.find()) {
        pieces.add(new Piece.Words(notation.substring(at, marks.start())));
        at = marks.end();
        if (marks.group(2) == null) {
          pieces.add(new Piece.Address(marks.group(3), marks.group(4)));
        } else {
          var field = Field.of(marks.group(2));
          fields.add(field);
          if (marks.group(1).isEmpty()) {
            pieces.add(new Piece.Known(field));
          }
        }
      }
      pieces.add(new Piece.Words(notation.substring(at)));
      return new Alternative(fields, pieces, isLowered);
    }

    private List<Field> unknown(Fields known) {
      return fields.stream().filter(field -> !known.has(field)).sorted().toList();
    }

    private String words(Fields known, FieldWords words, Formality formality) {
      var said = new StringBuilder();
      for (var piece : pieces) {
        append(
            said,
            switch (piece) {
              case Piece.Words plain -> plain.words();
              case Piece.Address address ->
                  formality == Formality.FORMAL ? address.formal() : address.familiar();
              case Piece.Known it ->
                  known.of(it.field()).map(value -> words.of(it.field(), value)).orElse("");
            });
      }
      return said.toString();
    }

    /** "Acme Inc." needs no second full stop at the end of a sentence. */
    private static void append(StringBuilder said, String next) {
      boolean ended = !said.isEmpty() && ENDS.indexOf(said.charAt(said.length() - 1)) >= 0;
      said.append(ended && next.startsWith(".") ? next.substring(1) : next);
    }
  }

  /**
   * Reads the notation.
   *
   * @param notations the alternatives, the first with the mark of the sentence
   */
  static TemplateSentence of(List<String> notations) {
    var first = notations.getFirst();
    return new TemplateSentence(
        first.startsWith("!"),
        first.startsWith("~"),
        notations.stream().map(it -> Alternative.of(it.replaceFirst("^[!~]", ""))).toList());
  }

  /**
   * The sentence with what is known; empty where that does not suffice.
   *
   * @param isBehindComma whether it is the first behind an opener that ends in a comma
   */
  Optional<String> words(
      Fields known, FieldWords words, Formality formality, boolean isBehindComma) {
    return alternatives.stream()
        .filter(it -> it.unknown(known).isEmpty())
        .findFirst()
        .map(it -> {
          var said = it.words(known, words, formality);
          return isBehindComma && it.isLowered() && !isPolite(said) ? words.lowered(said) : said;
        });
  }

  /** The formal "Sie" keeps its capital. */
  private static boolean isPolite(String said) {
    return said.startsWith("Sie ");
  }

  Optional<String> words(Fields known, FieldWords words, Formality formality) {
    return words(known, words, formality, false);
  }

  /** What it lacks most of all to be said. */
  List<Field> unknown(Fields known) {
    return alternatives.stream()
        .map(it -> it.unknown(known))
        .min(Comparator.comparingInt(List::size))
        .orElse(List.of());
  }
}
