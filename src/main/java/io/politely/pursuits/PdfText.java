package io.politely.pursuits;

import io.politely.kernel.Edge;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * The text of a PDF. A small file can unpack to gigabytes or draw the same thing for hours; so one
 * is read at a time, in a thread that nobody waits for longer than a few seconds.
 */
@Edge
final class PdfText {

  private static final int MOST_PAGES = 30;
  private static final int MOST_WAITING = 4;

  private final Duration patience;
  private final ThreadPoolExecutor reader =
      new ThreadPoolExecutor(
          1,
          1,
          1,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_WAITING),
          Thread.ofPlatform().daemon().name("pdf").factory());

  /**
   * A reader of PDFs.
   *
   * @param patience for one of them
   */
  PdfText(Duration patience) {
    this.patience = patience;
    reader.allowCoreThreadTimeOut(true);
  }

  /**
   * The text of its first 30 pages.
   *
   * @throws IOException if it is broken or locked, takes too long, or others are being read
   */
  String of(byte[] file) throws IOException, InterruptedException {
    Future<String> text;
    try {
      text = reader.submit(() -> read(file));
    } catch (RejectedExecutionException e) {
      throw new IOException("Other PDFs are being read. Try again in a minute.", e);
    }
    try {
      return text.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      text.cancel(false); // it must not begin any more
      throw tooLong(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TooLong) {
        throw tooLong(e);
      }
      // Its parser meets broken files with all kinds of exceptions.
      throw new IOException("This PDF cannot be read: it is broken or locked.", e);
    }
  }

  private static IOException tooLong(Exception cause) {
    return new IOException("This PDF takes too long to read. Paste its words.", cause);
  }

  private String read(byte[] file) throws IOException {
    try (var document = Loader.loadPDF(file)) {
      var text = new Impatient(System.nanoTime() + patience.toNanos());
      text.setEndPage(MOST_PAGES);
      return text.getText(document);
    }
  }

  /** Gives up in the middle of a drawing for which nobody waits any more. */
  private static final class Impatient extends PDFTextStripper {

    private final long end;

    Impatient(long end) {
      this.end = end;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
      if (System.nanoTime() > end) {
        throw new TooLong();
      }
      super.processOperator(operator, operands);
    }
  }

  private static final class TooLong extends RuntimeException {}
}
