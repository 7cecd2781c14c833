package io.politely.wording;

import java.util.List;

/**
 * A letter with gaps.
 *
 * @param subject for a letter that begins a conversation
 * @param paragraphs each of sentences, without opener and sign-off
 */
record Template(TemplateSentence subject, List<List<TemplateSentence>> paragraphs) {

  Template {
    paragraphs = paragraphs.stream().map(List::copyOf).toList();
  }
}
