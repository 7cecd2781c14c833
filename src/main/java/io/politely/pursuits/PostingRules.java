package io.politely.pursuits;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * What a posting asks for: the points under a heading such as “What you bring”. Anything else in it
 * is said about the company, the work or the pay.
 */
final class PostingRules {

  private static final String BULLET = "• ";
  private static final Pattern POINT =
      Pattern.compile("^(?:[-*•·–‣▪◦●○■✓✔➢»]|\\d{1,2}[.)])[ \\t]+(.+)$");
  private static final String SILENT =
      "script, style, noscript, template, nav, footer, form, svg, iframe, head";
  private static final String BLOCKS =
      "p, div, br, h1, h2, h3, h4, h5, h6, ul, ol, tr, section, article, dt, dd, table";

  private static final int LONGEST_HEADING = 80;
  private static final int LONGEST_POINT = 300;
  private static final int MOST_POINTS = 30;

  private final Set<String> headings;

  /**
   * Rules with these headings.
   *
   * @param headings under which postings say what they ask for, in lower case
   */
  PostingRules(Set<String> headings) {
    this.headings = Set.copyOf(headings);
  }

  /** The text of an element as lines, points of lists marked as such. It is changed by this. */
  static String text(Element element) {
    element.select(SILENT).remove();
    element.filter(
        (NodeFilter)
            (node, _) -> {
              if (node instanceof TextNode words) {
                words.text(words.getWholeText().replaceAll("[\\s\\u00a0]+", " "));
              }
              return NodeFilter.FilterResult.CONTINUE;
            });
    element.select(BLOCKS).forEach(block -> block.prependText("\n").appendText("\n"));
    element.select("li").forEach(point -> point.prependText("\n" + BULLET).appendText("\n"));
    return lines(element.wholeText());
  }

  /** Text without spaces around lines, nor more than one empty line in a row. */
  static String lines(String text) {
    return text.replace("\0", "")
        .replaceAll("[\\t\\u00a0 ]+", " ")
        .replaceAll("(?m)^ | $", "")
        .replaceAll("\\R", "\n")
        .replaceAll("• \\n+", BULLET)
        .replaceAll("\n{3,}", "\n\n")
        .strip();
  }

  /** What is asked for in a text, each point once, in its order. */
  List<String> requirements(String text) {
    var points = new ArrayList<String>();
    boolean isAsking = false;
    boolean hasPoint = false;
    for (var line : text.lines().map(String::strip).filter(it -> !it.isEmpty()).toList()) {
      var point = POINT.matcher(line);
      if (point.matches()) {
        hasPoint = true;
        if (isAsking) {
          points.add(point.group(1));
        }
      } else if (isHeading(line)) {
        isAsking = true;
        hasPoint = false;
      } else if (isAsking && (hasPoint || isOtherHeading(line))) {
        isAsking = false;
      } else if (isAsking) {
        points.add(line);
      }
    }
    return kept(points);
  }

  /** Points as they are kept: one line each, none twice, none too long. */
  static List<String> kept(List<String> points) {
    return points.stream()
        .map(NewPursuit::oneLine)
        .map(point -> point.replaceFirst("[;,]$", ""))
        .filter(point -> point.length() > 2 && point.length() <= LONGEST_POINT)
        .distinct()
        .limit(MOST_POINTS)
        .toList();
  }

  private boolean isHeading(String line) {
    var words =
        " " + line.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}']+", " ").strip() + " ";
    return line.length() <= LONGEST_HEADING
        && !line.endsWith(".")
        && headings.stream().anyMatch(heading -> words.contains(" " + heading + " "));
  }

  private static boolean isOtherHeading(String line) {
    return line.length() <= LONGEST_HEADING && line.endsWith(":");
  }
}
