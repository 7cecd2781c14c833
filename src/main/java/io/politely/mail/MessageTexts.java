package io.politely.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.politely.kernel.Edge;
import io.politely.mail.MimeWalk.Part;
import io.politely.people.Mentions;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.jsoup.Jsoup;

/**
 * Everything that can be read in the bytes of a message: all headers, and all parts, decoded, down
 * to the messages inside of it. More than reading needs, for finding somebody wherever they stand.
 *
 * <p>What is packed or a picture cannot be read: a name in a PDF is not found.
 */
@Edge
public final class MessageTexts {

  private static final int DEEPEST = 8;
  private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]+");

  private MessageTexts() {}

  /** Whether somebody is named in a message. */
  public static boolean isNamedIn(byte[] raw, Mentions mentions) {
    var search = new Search(mentions);
    read(raw, search);
    return search.found;
  }

  /** Hands out every text of a message; some of it more than once. */
  static void read(byte[] raw, Consumer<String> texts) {
    read(raw, texts, 0);
  }

  private static void read(byte[] raw, Consumer<String> texts, int depth) {
    texts.accept(new String(raw, UTF_8));
    var headers = new String(raw, 0, MimeWalk.bodyStart(raw), UTF_8);
    texts.accept(EncodedWords.decode(FOLD.matcher(headers).replaceAll(" ")));
    try {
      new MimeWalk(Limits.STANDARD).walk(raw, new Parts(texts, depth));
    } catch (MimeException | IOException | RuntimeException | StackOverflowError e) {
      // It has been read as far as it can be, and as it stands before that.
    }
  }

  private static final class Search implements Consumer<String> {

    private final Mentions mentions;
    private boolean found;

    Search(Mentions mentions) {
      this.mentions = mentions;
    }

    @Override
    public void accept(String text) {
      found = found || mentions.isIn(text);
    }
  }

  private record Parts(Consumer<String> texts, int depth) implements MimeWalk.Visitor {

    @Override
    public void header(String name, String value) {
      // All headers are read, these among them.
    }

    @Override
    public void type(String type) {
      // The content tells.
    }

    @Override
    public void part(Part part, InputStream content) throws IOException {
      texts.accept(part.name());
      var bytes = content.readAllBytes();
      if (part.type().equals("message/rfc822") && depth < DEEPEST) {
        read(bytes, texts, depth + 1);
        return;
      }
      var text = Charsets.decode(bytes, bytes.length, part.charset());
      texts.accept(text);
      if (part.type().equals("text/html")) {
        texts.accept(Jsoup.parse(text).text());
      }
    }
  }
}
