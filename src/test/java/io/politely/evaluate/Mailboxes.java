package io.politely.evaluate;

import io.politely.reading.Letter;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.jspecify.annotations.Nullable;

/** Letters from mailboxes and raw messages. */
public final class Mailboxes {

  private Mailboxes() {}

  public static void forEach(String file, Consumer<Letter> action) throws IOException {
    try (var in = open(Path.of(file))) {
      var all = in.readAllBytes();
      int begin = 0;
      for (int i = 1; i <= all.length; i++) {
        boolean end =
            i == all.length
                || (all[i - 1] == '\n'
                    && i + 5 < all.length
                    && new String(all, i, 5, StandardCharsets.US_ASCII).equals("From "));
        if (end) {
          int nl = begin;
          while (nl < i && all[nl] != '\n') {
            nl++;
          }
          var raw = java.util.Arrays.copyOfRange(all, Math.min(nl + 1, i), i);
          action.accept(letter(raw));
          begin = i;
        }
      }
    }
  }

  private static InputStream open(Path file) throws IOException {
    var in = new BufferedInputStream(Files.newInputStream(file));
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
  }

  public static Letter letter(byte[] raw) {
    var config =
        MimeConfig.custom().setMaxLineLen(-1).setMaxHeaderCount(-1).setMaxHeaderLen(-1).build();
    var stream = new MimeTokenStream(config);
    stream.parse(new ByteArrayInputStream(raw));
    var headers = new HashMap<String, List<String>>();
    var types = new ArrayList<String>();
    String text = null;
    String html = null;
    String status = null;
    int depth = 0;
    try {
      for (var state = stream.getState();
          state != EntityState.T_END_OF_STREAM;
          state = stream.next()) {
        switch (state) {
          case T_START_MESSAGE -> depth++;
          case T_END_MESSAGE -> depth--;
          case T_FIELD -> {
            if (depth == 1 && types.isEmpty() && !inPart) {
              var field = stream.getField();
              headers
                  .computeIfAbsent(field.getName().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                  .add(
                      DecoderUtil.decodeEncodedWords(field.getBody(), DecodeMonitor.SILENT)
                          .strip());
            }
          }
          case T_START_BODYPART -> inPart = true;
          case T_START_MULTIPART ->
              types.add(stream.getBodyDescriptor().getMimeType().toLowerCase(Locale.ROOT));
          case T_BODY -> {
            var body = stream.getBodyDescriptor();
            var type = body.getMimeType().toLowerCase(Locale.ROOT);
            types.add(type);
            if (depth == 1) {
              var content = decoded(stream.getDecodedInputStream(), body.getCharset());
              if (type.equals("text/plain")) {
                text = text == null ? content : text;
              } else if (type.equals("text/html")) {
                html = html == null ? content : html;
              } else if (type.endsWith("delivery-status") || type.endsWith("feedback-report")) {
                status = content;
              }
            }
          }
          default -> {}
        }
      }
    } catch (Exception e) {
      // what was read so far counts
    } finally {
      inPart = false;
    }
    var date = headers.containsKey("date") ? date(headers.get("date").getFirst()) : null;
    return new Letter(headers, date, text, html, types, status);
  }

  private static boolean inPart;

  private static String decoded(InputStream in, @Nullable String charset) throws IOException {
    var out = new ByteArrayOutputStream();
    in.transferTo(out);
    Charset set;
    try {
      set = charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset);
    } catch (IllegalArgumentException e) {
      set = StandardCharsets.UTF_8;
    }
    return out.toString(set);
  }

  private static @Nullable ZonedDateTime date(String text) {
    try {
      return ZonedDateTime.parse(
          text.replaceAll("\\(.*\\)", "").strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
    } catch (java.time.DateTimeException e) {
      return null;
    }
  }
}
