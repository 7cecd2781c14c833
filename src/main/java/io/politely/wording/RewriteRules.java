package io.politely.wording;

import io.politely.wording.RewriteAnswer.Rewritten;
import io.politely.wording.RewriteAnswer.Unusable;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Holds what a language model wrote against what it was asked to rewrite. */
final class RewriteRules {

  /** A letter of 125 words has about 900 characters; more than this is no letter. */
  private static final int LONGEST = 4_000;

  /** Models like to explain; a letter has hardly more words than the draft and a few. */
  private static final int MOST_WORDS = 150;

  /** What must not be invented: links, addresses, and numbers with the marks within them. */
  private static final Pattern CHECKABLE =
      Pattern.compile("https?://\\S+|www\\.\\S+|[\\w.+-]+@[\\w.-]+|\\p{Nd}+(?:[.,:]\\p{Nd}+)*");

  private static final Pattern MARKUP =
      Pattern.compile("</?[a-zA-Z][^>]*>|```|(?m)^#{1,6} |\\*\\*");

  private RewriteRules() {}

  /** What an answer is worth, held against what was asked. */
  static RewriteAnswer of(RewriteRequest request, String content) {
    var body = plain(content);
    if (body.isEmpty()) {
      return new Unusable("The answer was empty. The draft stays as it is.");
    }
    if (body.length() > LONGEST || body.split("\\s+", -1).length > MOST_WORDS) {
      return new Unusable(
          "The answer is longer than a letter should be. The draft stays as it is.");
    }
    if (MARKUP.matcher(body).find()) {
      return new Unusable("The answer is not plain text. The draft stays as it is.");
    }
    var known = checkable(request.letter());
    for (var word : checkable(body)) {
      if (!known.contains(word)) {
        return new Unusable(
            "The answer says \"%s\", which your draft does not. The draft stays as it is."
                .formatted(word));
      }
    }
    return new Rewritten(body);
  }

  private static Set<String> checkable(String text) {
    var words = new HashSet<String>();
    CHECKABLE
        .matcher(text)
        .results()
        .forEach(it -> words.add(it.group().replaceAll("[.,;:!?)»”]+$", "")));
    return words;
  }

  /** Line breaks are kept, paragraphs are parted by one empty line, nothing else is invisible. */
  private static String plain(String content) {
    return content
        .replace("\r\n", "\n")
        .replaceAll("[\\p{Cntrl}\\p{Cf}&&[^\\n\\t]]", "")
        .replaceAll("[\\t ]+", " ")
        .replaceAll(" ?\\n ?", "\n")
        .replaceAll("\\n{3,}", "\n\n")
        .strip();
  }
}
