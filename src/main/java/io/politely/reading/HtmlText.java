package io.politely.reading;

import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * The text of an HTML body. Parts that the mail program marked as quoted get {@code >} before each
 * line, as plain text mail has it, so that one set of rules reads both.
 */
final class HtmlText implements NodeVisitor {

  private static final Set<String> BLOCKS =
      Phrases.set(
          """
          p, div, table, tr, ul, ol, li, blockquote, h1, h2, h3, h4, h5, h6, pre, section,
          article, header, footer, form, dl, dt, dd, center
          """);

  /** Blocks that stand apart from their neighbours. */
  private static final Set<String> SPACED = Set.of("p", "h1", "h2", "h3", "h4", "ul", "ol", "pre");

  private static final Set<String> SILENT =
      Set.of("script", "style", "head", "title", "meta", "template", "noscript");

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private int quotes;
  private int silent;
  private int preformatted;

  /** Everything from a reply header to the end is older. */
  private boolean older;

  private HtmlText() {}

  static String of(String html) {
    var walk = new HtmlText();
    Jsoup.parse(html).traverse(walk);
    walk.endLine();
    return walk.text.toString();
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) {
      if (silent == 0) {
        add(words);
      }
    } else if (node instanceof Element element) {
      enter(element);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      leave(element);
    }
  }

  private void enter(Element element) {
    var name = element.normalName();
    if (SILENT.contains(name)) {
      silent++;
    }
    if (BLOCKS.contains(name)) {
      endLine();
    }
    if (name.equals("br")) {
      breakLine();
    }
    if (name.equals("hr")) {
      endLine();
      older |= element.id().equals("stopSpelling") || element.hasAttr("tabindex");
    }
    if (name.equals("pre")) {
      preformatted++;
    }
    if (name.equals("li")) {
      line.append("- ");
    }
    if (isQuote(element)) {
      quotes++;
    }
    older |= beginsOlder(element);
  }

  private void leave(Element element) {
    var name = element.normalName();
    if (SILENT.contains(name)) {
      silent--;
    }
    if (name.equals("td") || name.equals("th")) {
      line.append(' ');
    }
    if (BLOCKS.contains(name)) {
      endLine();
    }
    if (SPACED.contains(name)) {
      blankLine();
    }
    if (name.equals("pre")) {
      preformatted--;
    }
    if (isQuote(element)) {
      quotes--;
    }
  }

  private void add(TextNode words) {
    if (preformatted > 0) {
      for (var part : words.getWholeText().split("\n", -1)) {
        line.append(part);
        if (part.length() < words.getWholeText().length()) {
          breakLine();
        }
      }
      return;
    }
    var whole = words.getWholeText();
    for (int i = 0; i < whole.length(); i++) {
      char c = whole.charAt(i);
      boolean space = c <= ' ';
      if (!space) {
        line.append(c);
      } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
    }
  }

  private void endLine() {
    if (!line.toString().isBlank()) {
      breakLine();
    }
    line.setLength(0);
  }

  private void breakLine() {
    if (older || quotes > 0) {
      text.append("> ");
    }
    text.append(line).append('\n');
    line.setLength(0);
  }

  private void blankLine() {
    int end = text.length();
    boolean blankAbove = end >= 2 && text.charAt(end - 1) == '\n' && text.charAt(end - 2) == '\n';
    if (end > 0 && !blankAbove) {
      breakLine();
    }
  }

  private static boolean isQuote(Element element) {
    var name = element.normalName();
    if (name.equals("blockquote")) {
      return element.attr("type").equalsIgnoreCase("cite")
          || element.className().contains("gmail_quote")
          || element.attr("style").contains("border-left")
          || element.hasAttr("cite");
    }
    return name.equals("div")
        && (element.hasClass("gmail_quote")
            || element.hasClass("gmail_quote_container")
            || element.hasClass("moz-cite-prefix")
            || element.hasClass("yahoo_quoted")
            || element.hasClass("protonmail_quote")
            || element.hasClass("tutanota_quote"));
  }

  /** Outlook opens the older message, but never closes it. */
  private static boolean beginsOlder(Element element) {
    var id = element.id();
    if (id.equals("divRplyFwdMsg") || id.equals("appendonsend") || id.equals("x_divRplyFwdMsg")) {
      return true;
    }
    if (!element.normalName().equals("div")) {
      return false;
    }
    var style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
    return style.contains("border-top:solid#e1e1e1") || style.contains("border-top:solid#b5c4df");
  }
}
