package io.politely.interviews.web;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.politely.kernel.Edge;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.springframework.stereotype.Component;
import politely.templates.Templates;

/**
 * Prints a brief on two sheets of A4: smaller where it is long, and shorter where that is not
 * enough.
 */
@Component
@Edge
public class BriefPdf {

  private static final int MOST_PAGES = 2;

  /**
   * How it is printed, the roomiest first.
   *
   * @param points of the text; below eight nobody reads it on the way
   * @param most of each list
   * @param letters of each answer
   */
  public record Fit(double points, int most, int letters) {}

  private static final List<Fit> FITS =
      List.of(
          new Fit(10, 99, 2_000),
          new Fit(9, 99, 2_000),
          new Fit(8.2, 99, 2_000),
          new Fit(9, 10, 400),
          new Fit(8.2, 8, 400),
          new Fit(8.2, 8, 240),
          new Fit(8.2, 6, 160),
          new Fit(8.2, 4, 100),
          new Fit(8.2, 2, 60));

  private final Templates templates;

  BriefPdf(Templates templates) {
    this.templates = templates;
  }

  /** The roomiest print that fits; each takes a while, so it is searched by halves. */
  byte[] render(MeetingPage page) {
    int roomiest = 0;
    int tightest = FITS.size() - 1;
    var fitting = print(page, FITS.getFirst());
    if (pages(fitting) <= MOST_PAGES) {
      return fitting;
    }
    fitting = print(page, FITS.getLast());
    while (tightest - roomiest > 1) {
      int middle = (roomiest + tightest) / 2;
      var printed = print(page, FITS.get(middle));
      if (pages(printed) <= MOST_PAGES) {
        tightest = middle;
        fitting = printed;
      } else {
        roomiest = middle;
      }
    }
    return fitting;
  }

  private byte[] print(MeetingPage page, Fit fit) {
    var html = templates.interviewsBrief(page, fit).render();
    try (var out = new ByteArrayOutputStream()) {
      var builder = new PdfRendererBuilder();
      builder.useFastMode();
      builder.useFont(
          () ->
              BriefPdf.class.getResourceAsStream(
                  "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"),
          "Sheet");
      builder.useUriResolver((base, uri) -> null); // nothing is fetched
      builder.withW3cDocument(new W3CDom().fromJsoup(Jsoup.parse(html)), "");
      builder.withProducer("Politely");
      builder.toStream(out);
      builder.run();
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int pages(byte[] pdf) {
    try (var document = Loader.loadPDF(pdf)) {
      return document.getNumberOfPages();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
