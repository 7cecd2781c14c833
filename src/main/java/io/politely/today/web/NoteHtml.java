package io.politely.today.web;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.stereotype.Component;

/**
 * Notes as HTML: CommonMark, in which HTML is text, headings are paragraphs of a page that has
 * headings of its own, and nothing is loaded.
 */
@Component
class NoteHtml {

  private final Parser parser = Parser.builder().build();
  private final HtmlRenderer renderer =
      HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).softbreak("<br>").build();

  /** What the renderer would never write is taken out all the same. */
  private final PolicyFactory policy =
      new HtmlPolicyBuilder()
          .allowElements(
              (element, _) -> element.matches("h[1-6]") ? "p" : element,
              "h1",
              "h2",
              "h3",
              "h4",
              "h5",
              "h6")
          .allowElements("p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "code", "pre")
          .allowElements("a")
          .allowUrlProtocols("http", "https", "mailto", "tel")
          .allowAttributes("href")
          .onElements("a")
          .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
          .toFactory();

  String of(String note) {
    return policy.sanitize(renderer.render(parser.parse(note)));
  }
}
