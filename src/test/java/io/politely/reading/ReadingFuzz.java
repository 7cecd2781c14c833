package io.politely.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;

/**
 * No text and no header makes a reading fail. {@code bin/check --fuzz} looks for one that does, for
 * a minute each, and keeps it among the inputs that {@link ReadingFuzzTest} repeats.
 */
class ReadingFuzz {

  private static final List<String> HEADERS =
      List.of("from", "subject", "content-type", "auto-submitted", "return-path", "precedence");

  /** The first line is the sender, the rest the body. */
  @FuzzTest(maxDuration = "60s")
  void zones(byte[] data) {
    var text = new String(data, StandardCharsets.UTF_8);
    int line = Math.max(0, text.indexOf('\n'));
    var body = text.substring(line);

    var zones = Newest.of(body, text.substring(0, line));

    int end = 0;
    for (var span : zones.spans()) {
      assertThat(span.start()).isEqualTo(end);
      end = span.end();
    }
    assertThat(end).isEqualTo(body.length());
    assertThat(zones.newestText().length()).isLessThanOrEqualTo(2 * body.length());
    assertThat(zones.answeredText().length()).isLessThanOrEqualTo(2 * body.length());
    assertThat(Newest.ofHtml(body, "").spans()).isNotNull();
  }

  /** A line for each header, then the media type, the delivery status on one line, and the text. */
  @FuzzTest(maxDuration = "60s")
  void kind(byte[] data) {
    var lines = List.of(new String(data, StandardCharsets.UTF_8).split("\n", HEADERS.size() + 3));
    var headers = new HashMap<String, List<String>>();
    for (int i = 0; i < Math.min(lines.size(), HEADERS.size()); i++) {
      headers.put(HEADERS.get(i), List.of(lines.get(i)));
    }
    var type = lines.size() > HEADERS.size() ? lines.get(HEADERS.size()) : "text/plain";
    var status = lines.size() > HEADERS.size() + 1 ? lines.get(HEADERS.size() + 1) : null;
    var text = lines.getLast();
    var unfolded = status == null ? null : status.replace('|', '\n');

    var letter = new Letter(headers, null, text, null, List.of(type), unfolded);

    assertThat(Kinds.of(letter, text)).isNotNull();
    assertThat(Bounces.kindOf(letter).isDeliveryReport()).isTrue();
  }
}
