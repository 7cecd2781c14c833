package io.politely.wording;

import io.politely.wording.TemplateBook.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Drafts of letters, for somebody to read, change and approve. The templates come from their file;
 * everything else is pure.
 */
@Component
public class Drafts {

  private final DraftRules rules = new DraftRules(book());

  /** The letter of a step, as far as it is known what to say. */
  public DraftLetter draft(DraftRequest request) {
    return rules.draft(request);
  }

  static TemplateBook book() {
    try (var in = Drafts.class.getResourceAsStream("/policy/letters.json")) {
      if (in == null) {
        throw new IllegalStateException("The program lacks its file /policy/letters.json");
      }
      var languages = new HashMap<String, Texts>();
      JsonMapper.shared()
          .readTree(in)
          .required("languages")
          .properties()
          .forEach(it -> languages.put(it.getKey(), texts(it.getValue())));
      return new TemplateBook(languages);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Texts texts(JsonNode language) {
    var letters = new HashMap<String, Template>();
    var file = language.required("letters");
    file.properties()
        .forEach(it -> letters.put(it.getKey(), letter(it.getValue(), file, language)));
    return new Texts(
        language.required("day").asString(),
        sentence(language.required("formal")),
        sentence(language.required("familiar")),
        language.required("signOff").asString(),
        letters);
  }

  /** A letter, or the name of another one that says the same. */
  private static Template letter(JsonNode letter, JsonNode letters, JsonNode language) {
    if (letter.isString()) {
      return letter(letters.required(letter.asString()), letters, language);
    }
    var paragraphs =
        letter
            .required("body")
            .valueStream()
            .flatMap(it -> paragraphs(it, language))
            .map(paragraph -> paragraph.valueStream().map(Drafts::sentence).toList())
            .toList();
    return new Template(sentence(letter.required("subject")), paragraphs);
  }

  /** A paragraph, or the name of some that several letters share. */
  private static Stream<JsonNode> paragraphs(JsonNode paragraph, JsonNode language) {
    return paragraph.isString()
        ? language.required("parts").required(paragraph.asString()).valueStream()
        : Stream.of(paragraph);
  }

  private static TemplateSentence sentence(JsonNode sentence) {
    return TemplateSentence.of(
        sentence.isString()
            ? List.of(sentence.asString())
            : sentence.valueStream().map(JsonNode::asString).toList());
  }
}
