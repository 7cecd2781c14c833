package io.politely.wording;

import io.politely.wording.DraftLetter.Missing;
import io.politely.wording.OwnStyle.Formality;
import io.politely.wording.TemplateBook.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes drafts from templates, what is known, and how the user writes. The same request always
 * gives the same draft.
 */
final class DraftRules {

  /** Letters of 50 to 125 words are answered most (Boomerang, 5 to 40 million letters). */
  private static final int MOST_WORDS = 125;

  private static final int LONGEST_SUBJECT = 78;

  private final TemplateBook book;

  DraftRules(TemplateBook book) {
    this.book = book;
  }

  DraftLetter draft(DraftRequest request) {
    return new Writer(request, book.letter(request.language(), request.row(), request.step()))
        .letter();
  }

  /** Writes one letter. */
  private static final class Writer {

    private final DraftRequest request;
    private final String language;
    private final Texts texts;
    private final Template template;
    private final Fields fields;
    private final FieldWords words;
    private final Formality formality;
    private final OwnStyle style;
    private final Set<Field> missing = new LinkedHashSet<>();
    private final List<String> notes = new ArrayList<>();

    Writer(DraftRequest request, TemplateBook.Found found) {
      this.request = request;
      this.language = found.language();
      this.texts = found.texts();
      this.template = found.template();
      this.fields = fields(request);
      this.words = new FieldWords(request.today(), Locale.of(language), texts.longDay());
      this.style = language.equals(request.language()) ? request.style() : OwnStyle.unknown();
      this.formality = style.formality();
    }

    /** A helper reads another letter than the person whom it is about. */
    private static Fields fields(DraftRequest request) {
      return switch (request.step()) {
        case DraftStep.Touch _, DraftStep.Closing _ -> request.fields();
        case DraftStep.Connector _ -> {
          var known = request.fields();
          var person = known.has(Field.FULL_NAME) ? Field.FULL_NAME : Field.FIRST_NAME;
          var target = known.has(Field.TARGET) ? known : known.moved(person, Field.TARGET);
          yield target.moved(Field.CONNECTOR, Field.FIRST_NAME).without(Field.FULL_NAME);
        }
      };
    }

    DraftLetter letter() {
      if (!language.equals(request.language())) {
        notes.add("Written in English: there is no text for this situation in that language.");
      }
      if (request.step() instanceof DraftStep.Connector && !fields.has(Field.FIRST_NAME)) {
        missing.add(Field.CONNECTOR);
      }
      var body = body();
      var subject = request.isInThread() ? "" : subject();
      if (style.letters() > 0) {
        notes.add(style.said());
      }
      return new DraftLetter(
          subject,
          body,
          missing.stream().sorted(Comparator.naturalOrder()).map(Missing::of).toList(),
          notes);
    }

    private String subject() {
      var subject = template.subject().words(fields, words, formality);
      if (subject.isEmpty()) {
        missing.addAll(template.subject().unknown(fields));
        return "";
      }
      var said = subject.get();
      return said.length() <= LONGEST_SUBJECT ? said : cut(said);
    }

    private String body() {
      int spare = spareSentences();
      var body = body(style.isShort() ? 0 : spare);
      if (style.isShort() && spare > 0) {
        notes.add(
            "Kept short, as your letters are: half of them have at most %d words."
                .formatted(style.medianWords()));
      }
      for (int kept = spare - 1; kept >= 0 && wordsOf(body) > MOST_WORDS; kept--) {
        body = body(kept);
      }
      int count = wordsOf(body);
      if (count > MOST_WORDS) {
        notes.add(
            "It has %d words; most readers stop at %d. Shorten what you wrote yourself."
                .formatted(count, MOST_WORDS));
      }
      return body;
    }

    private int spareSentences() {
      return (int)
          template.paragraphs().stream()
              .flatMap(List::stream)
              .filter(TemplateSentence::isSpare)
              .count();
    }

    /** The letter with so many of the sentences that it can spare, from the first on. */
    private String body(int spare) {
      var paragraphs = new ArrayList<String>();
      paragraphs.add(opener());
      int left = spare;
      for (var paragraph : template.paragraphs()) {
        var sentences = new ArrayList<String>();
        for (var sentence : paragraph) {
          if (!sentence.isSpare() || left-- > 0) {
            boolean isFirst = paragraphs.size() == 1 && sentences.isEmpty();
            add(sentence, isFirst && paragraphs.getFirst().endsWith(","), sentences);
          }
        }
        if (!sentences.isEmpty()) {
          paragraphs.add(String.join(" ", sentences));
        }
      }
      var signOff = signOff();
      if (!signOff.isEmpty()) {
        paragraphs.add(signOff);
      }
      return String.join("\n\n", paragraphs);
    }

    private void add(TemplateSentence sentence, boolean isBehindComma, List<String> sentences) {
      var said = sentence.words(fields, words, formality, isBehindComma);
      if (said.isPresent()) {
        sentences.add(said.get());
      } else if (sentence.isNeeded()) {
        missing.addAll(sentence.unknown(fields));
      }
    }

    private String opener() {
      var usual = formality == Formality.FORMAL ? texts.formal() : texts.familiar();
      return style
          .opener()
          .words(fields, words, formality)
          .or(() -> usual.words(fields, words, formality))
          .orElse("");
    }

    private String signOff() {
      if (!style.signOff().isEmpty()) {
        return style.signOff();
      }
      return fields
          .of(Field.MY_NAME)
          .map(name -> texts.signOff() + "\n" + words.of(Field.MY_NAME, name))
          .orElse("");
    }
  }

  /** Between two words, where there is a space to cut at. */
  private static String cut(String subject) {
    int space = subject.lastIndexOf(' ', LONGEST_SUBJECT - 1);
    int end = space > LONGEST_SUBJECT / 2 ? space : LONGEST_SUBJECT - 1;
    return subject.substring(0, end) + "…";
  }

  private static int wordsOf(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+", -1).length;
  }
}
