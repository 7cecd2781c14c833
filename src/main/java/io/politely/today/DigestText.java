package io.politely.today;

import io.politely.kernel.EmailAddress;
import io.politely.outbox.Notice;
import io.politely.web.Moments;
import org.jsoup.nodes.Entities;

/** The words of a digest. */
final class DigestText {

  private static final String SETTINGS = "/settings/digest";

  private final String server;
  private final StringBuilder plain = new StringBuilder();
  private final StringBuilder html = new StringBuilder();

  private DigestText(String server) {
    this.server = server;
  }

  /** A digest for a member, as they chose it. */
  static Notice of(Digest digest, DigestChoice choice, EmailAddress to, Moments moments) {
    var text = new DigestText(choice.server());
    text.write(digest, choice, moments.todayInWords());
    return new Notice(
        to, "Today, " + moments.todayInWords(), text.plain.toString(), text.html.toString());
  }

  private void write(Digest digest, DigestChoice choice, String day) {
    plain.append(day).append("\n\nBegin with\n");
    html.append("<!doctype html><html><body><p>")
        .append(escaped(day))
        .append("</p><h1>Begin with</h1><ol>");
    for (int i = 0; i < digest.first().size(); i++) {
      write(i + 1, digest.first().get(i));
    }
    plain.append("\nIn all\n");
    html.append("</ol><h2>In all</h2><ul>");
    digest.counts().forEach(this::write);
    var why =
        "You chose to get this %s at %d:00."
            .formatted(
                choice.workdaysOnly() ? "from Monday to Friday" : "every day", choice.hour());
    plain
        .append('\n')
        .append(why)
        .append(" Change it, or turn it off: ")
        .append(server)
        .append(SETTINGS)
        .append('\n');
    html.append("</ul><p>")
        .append(escaped(why))
        .append(' ')
        .append(link(SETTINGS, "Change it, or turn it off"))
        .append("</p></body></html>");
  }

  private void write(int number, Digest.Item item) {
    var what = oneLine(item.what());
    var why = oneLine(item.why());
    plain.append('\n').append(number).append(". ").append(what).append('\n');
    html.append("<li>").append(link(item.path(), what));
    if (!why.isEmpty()) {
      plain.append("   ").append(why).append('\n');
      html.append("<br>").append(escaped(why));
    }
    plain.append("   ").append(server).append(item.path()).append('\n');
    html.append("</li>\n");
  }

  private void write(Digest.Count count) {
    plain
        .append("\n- ")
        .append(count.sentence())
        .append("\n  ")
        .append(server)
        .append(count.path())
        .append('\n');
    html.append("<li>").append(link(count.path(), count.sentence())).append("</li>\n");
  }

  private String link(String path, String words) {
    return "<a href=\"%s\">%s</a>".formatted(escaped(server + path), escaped(words));
  }

  private static String escaped(String text) {
    return Entities.escape(text);
  }

  /** Subjects and names are foreign words: they must not look like lines of ours. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }
}
