package io.politely.pursuits;

import io.politely.kernel.Edge;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
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

  private final Duration patience;
  private final ExecutorService reader =
      new ThreadPoolExecutor(
          0,
          1,
          1,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Thread.ofPlatform().daemon().name("pdf").factory());

  /**
   * A reader of PDFs.
   *
   * @param patience for one of them
   */
  PdfText(Duration patience) {
    this.patience = patience;
  }

  /**
   * The text of its first 30 pages.
   *
   * @throws IOException if it is broken or locked, takes too long, or another one is being read
   */
  String of(byte[] file) throws IOException, InterruptedException {
    try {
      return reader.submit(() -> read(file)).get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      throw new IOException("Another PDF is being read. Try again in a minute.", e);
    } catch (TimeoutException e) {
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
