package io.politely.pursuits;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class PdfTextTest {

  private static final String OPERATORS = "BT /F1 12 Tf (a) Tj ET\n";
  private static final int REPETITIONS = 5_000_000;

  private final PdfText pdfs = new PdfText(Duration.ofMillis(100));

  @Test
  void a_small_file_that_unpacks_to_a_flood_is_given_up_and_the_next_one_is_read()
      throws Exception {
    var flood = pdf(packed(OPERATORS, REPETITIONS));
    assertThat(flood).hasSizeLessThan(1 << 20);

    assertThatThrownBy(() -> pdfs.of(flood))
        .hasMessage("This PDF takes too long to read. Paste its words.");

    assertThat(soon(pdf(packed("BT /F1 12 Tf (Weld) Tj ET\n", 1)))).isEqualTo("Weld");
  }

  @Test
  void one_after_the_other_is_read() throws Exception {
    var patient = new PdfText(Duration.ofSeconds(30));

    for (int i = 0; i < 50; i++) {
      assertThat(patient.of(pdf(packed("BT /F1 12 Tf (Weld) Tj ET\n", 1)))).contains("Weld");
    }
  }

  /** The reader may need a moment to notice that nobody waits any more. */
  private String soon(byte[] file) throws InterruptedException {
    while (true) {
      try {
        return pdfs.of(file).strip();
      } catch (IOException e) {
        assertThat(e).hasMessageContaining("takes too long");
        Thread.sleep(20);
      }
    }
  }

  private static byte[] packed(String line, int times) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var packed = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION))) {
      var thousand = line.repeat(Math.min(times, 1_000)).getBytes(US_ASCII);
      for (int written = 0; written < times; written += 1_000) {
        packed.write(thousand);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] pdf(byte[] content) throws IOException {
    var objects =
        List.of(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
                + " /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length %d /Filter /FlateDecode >>\nstream\n".formatted(content.length),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    var file = new ByteArrayOutputStream();
    var offsets = new ArrayList<Integer>();
    write(file, "%PDF-1.4\n");
    for (int i = 0; i < objects.size(); i++) {
      offsets.add(file.size());
      write(file, "%d 0 obj\n%s".formatted(i + 1, objects.get(i)));
      if (objects.get(i).endsWith("stream\n")) {
        file.write(content);
        write(file, "\nendstream");
      }
      write(file, "\nendobj\n");
    }
    int table = file.size();
    write(file, "xref\n0 %d\n0000000000 65535 f \n".formatted(objects.size() + 1));
    for (int offset : offsets) {
      write(file, "%010d 00000 n \n".formatted(offset));
    }
    write(
        file,
        "trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
            .formatted(objects.size() + 1, table));
    return file.toByteArray();
  }

  private static void write(ByteArrayOutputStream file, String text) throws IOException {
    file.write(text.getBytes(US_ASCII));
  }
}
