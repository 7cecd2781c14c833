package io.politely.mail.web;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.stereotype.Component;

/**
 * The HTML of messages, without anything that could act. What the browser may load beyond that, the
 * policy in the answer's headers says: by default nothing.
 */
@Component
class HtmlBodies {

  private static final Pattern IMAGE =
      Pattern.compile(
          "(?i)(?:https?://.*|data:image/(?:png|gif|jpe?g|webp|bmp);base64,.*)", Pattern.DOTALL);
  private static final Pattern LINK =
      Pattern.compile("(?i)(?:https?|mailto|tel):.*", Pattern.DOTALL);
  private static final Pattern FIGURE = Pattern.compile("[0-9]{1,4}(?:%|px)?");

  private final PolicyFactory policy =
      new HtmlPolicyBuilder()
          .allowCommonBlockElements()
          .allowCommonInlineFormattingElements()
          .allowElements(
              "a",
              "img",
              "table",
              "thead",
              "tbody",
              "tfoot",
              "tr",
              "td",
              "th",
              "caption",
              "col",
              "colgroup",
              "hr",
              "pre",
              "font",
              "center",
              "dl",
              "dt",
              "dd",
              "span",
              "address")
          .allowUrlProtocols("http", "https", "mailto", "tel", "data")
          .allowAttributes("href")
          .matching(LINK)
          .onElements("a")
          .allowAttributes("src")
          .matching(IMAGE)
          .onElements("img")
          .allowAttributes("alt", "title")
          .globally()
          .allowAttributes(
              "width", "height", "border", "cellpadding", "cellspacing", "colspan", "rowspan")
          .matching(FIGURE)
          .onElements("img", "table", "td", "th", "tr", "col", "colgroup")
          .allowAttributes("align", "valign", "bgcolor", "color", "face", "size")
          .onElements("table", "tr", "td", "th", "p", "div", "font", "img", "h1", "h2", "h3")
          .allowAttributes("dir", "lang")
          .globally()
          .allowStyling()
          .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
          .allowAttributes("target")
          .matching(true, "_blank")
          .onElements("a")
          .toFactory();

  /** A whole page around what is left of a body. */
  String page(String html) {
    return """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8"><title>Message</title>
    <base target="_blank">
    <style>body{margin:0;font:15px/1.5 system-ui,sans-serif;overflow-wrap:anywhere;color:#1b1b1b;background:#fff}img{max-width:100%%;height:auto}table{max-width:100%%}</style>
    </head><body>%s</body></html>
    """
        .formatted(policy.sanitize(html));
  }
}
