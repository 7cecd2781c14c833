package io.politely.mail;

import io.politely.kernel.Edge;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.io.MaxHeaderLengthLimitException;
import org.apache.james.mime4j.io.MaxHeaderLimitException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/**
 * Walks once through the parts of a message, without building a tree of them, and stops at the
 * first limit it meets. Messages inside messages are parts like any other.
 */
@Edge
final class MimeWalk {

  /** What is met on the way. */
  interface Visitor {

    /** A header of the message itself: its name in lower case and its unfolded value. */
    void header(String name, String value);

    /** A part begins, of this media type; the message itself is the first. */
    void type(String type);

    /** A part without parts of its own, decoded from its transfer encoding. */
    void part(Part part, InputStream content) throws IOException;
  }

  /**
   * The description of a part.
   *
   * @param type in lower case
   * @param charset as it claims, or null
   * @param name of the file it was, or ""
   * @param isAttached whether its sender set it apart from the text
   */
  record Part(String type, @Nullable String charset, String name, boolean isAttached) {}

  private final Limits limits;
  private final MimeConfig config;

  MimeWalk(Limits limits) {
    this.limits = limits;
    this.config =
        new MimeConfig.Builder()
            .setMaxHeaderCount(limits.headers())
            .setMaxHeaderLen(limits.headerBytes())
            .setMaxLineLen(-1)
            .setMaxContentLen(-1)
            .build();
  }

  void walk(byte[] raw, Visitor visitor) throws MimeException, IOException {
    int start = start(raw);
    var budget = new Budget(limits, raw.length);
    var tokens = new MimeTokenStream(config);
    tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
    tokens.parse(new ByteArrayInputStream(raw, start, raw.length - start));
    int depth = 0;
    int parts = 0;
    var description = new Description();
    for (var state = tokens.getState();
        state != EntityState.T_END_OF_STREAM;
        state = tokens.next()) {
      budget.checkTime();
      switch (state) {
        case T_START_HEADER -> {
          description = new Description();
          if (++parts > limits.parts()) {
            throw new LimitExceededException(
                "It has more than %,d parts.".formatted(limits.parts()));
          }
        }
        case T_FIELD -> field(tokens.getField(), parts == 1, description, visitor);
        case T_START_MULTIPART -> {
          visitor.type(type(tokens));
          if (++depth > limits.depth()) {
            throw new LimitExceededException(
                "Its parts are nested more than %,d deep.".formatted(limits.depth()));
          }
        }
        case T_END_MULTIPART -> {
          depth--;
          if (parts == 1) { // its boundary never came: all of it is text
            visitor.part(new Part("text/plain", null, "", false), budget.limited(body(raw)));
          }
        }
        case T_BODY -> {
          var type = type(tokens);
          visitor.type(type);
          visitor.part(description.part(type), budget.limited(tokens.getDecodedInputStream()));
        }
        default -> {
          // Preambles and epilogues are for programs without MIME.
        }
      }
    }
  }

  private static String type(MimeTokenStream tokens) {
    return tokens.getBodyDescriptor().getMimeType().toLowerCase(Locale.ROOT);
  }

  private static InputStream body(byte[] raw) {
    int begin = bodyStart(raw);
    return new ByteArrayInputStream(raw, begin, raw.length - begin);
  }

  /** Where the headers end and the body begins. */
  static int bodyStart(byte[] raw) {
    int lineStart = start(raw);
    for (int i = lineStart; i < raw.length; i++) {
      if (raw[i] == '\n') {
        boolean blank = i == lineStart || (i == lineStart + 1 && raw[lineStart] == '\r');
        if (blank) {
          return i + 1;
        }
        lineStart = i + 1;
      }
    }
    return raw.length;
  }

  /** The limit that the parser met by itself. */
  static Optional<String> limitOf(Throwable thrown) {
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof LimitExceededException limit) {
        return Optional.of(limit.sentence());
      }
      if (cause instanceof MaxHeaderLimitException) {
        return Optional.of("It has more headers than any mail needs.");
      }
      if (cause instanceof MaxHeaderLengthLimitException) {
        return Optional.of("One of its headers is longer than any mail needs.");
      }
    }
    return Optional.empty();
  }

  /** Blank lines before the headers are no end of them. */
  private static int start(byte[] raw) {
    int start = 0;
    while (start < raw.length && (raw[start] == '\n' || raw[start] == '\r')) {
      start++;
    }
    return start;
  }

  private static void field(
      Field field, boolean ofMessage, Description description, Visitor visitor) {
    var name = field.getName().strip().toLowerCase(Locale.ROOT);
    boolean describes =
        name.equals("content-type")
            || name.equals("content-disposition")
            || name.equals("content-description");
    boolean told = ofMessage && isTold(name);
    if (!describes && !told) {
      return; // decoding the trace of each server on the way would take most of the time
    }
    var value = value(field);
    if (describes) {
      description.take(name, value);
    }
    if (told) {
      visitor.header(name, value);
    }
  }

  private static boolean isTold(String name) {
    return LetterHeaders.isKept(name)
        || switch (name) {
          case "received",
              "delivered-to",
              "x-original-to",
              "envelope-to",
              "x-envelope-to",
              "x-gmail-labels",
              "x-gm-thrid" ->
              true;
          default -> false;
        };
  }

  /** What stands after the colon, unfolded; bytes beyond ASCII are read as people meant them. */
  private static String value(Field field) {
    var raw = field.getRaw();
    if (raw == null) {
      return field.getBody();
    }
    var bytes = raw.toByteArray();
    int colon = 0;
    while (colon < bytes.length && bytes[colon] != ':') {
      colon++;
    }
    int length = 0;
    for (int i = colon + 1; i < bytes.length; i++) {
      if (bytes[i] != '\r' && bytes[i] != '\n') {
        bytes[length++] = bytes[i];
      }
    }
    return Charsets.decode(bytes, length, StandardCharsets.UTF_8.name()).strip();
  }

  /** What the headers of a part say about it. */
  private static final class Description {
    private @Nullable HeaderParameters type;
    private @Nullable HeaderParameters disposition;

    void take(String name, String value) {
      if (name.equals("content-type") && type == null) {
        type = HeaderParameters.parse(value);
      } else if (name.equals("content-disposition") && disposition == null) {
        disposition = HeaderParameters.parse(value);
      }
    }

    Part part(String mimeType) {
      var charset = type == null ? null : type.get("charset").orElse(null);
      return new Part(
          mimeType,
          charset,
          name().orElse(""),
          disposition != null && disposition.value().equals("attachment"));
    }

    private Optional<String> name() {
      var fileName = disposition == null ? Optional.<String>empty() : disposition.get("filename");
      return fileName.or(() -> type == null ? Optional.empty() : type.get("name"));
    }
  }

  /** What is left of the time and of the bytes that may come out of a message. */
  private static final class Budget {
    private final Limits limits;
    private final long mostBytes;
    private final long deadline;
    private long bytes;

    Budget(Limits limits, int inputBytes) {
      this.limits = limits;
      this.mostBytes =
          Math.min(
              limits.decodedBytes(),
              (long) inputBytes * limits.decodedRatio() + limits.decodedSlack());
      this.deadline = System.nanoTime() + limits.time().toNanos();
    }

    void checkTime() throws LimitExceededException {
      if (System.nanoTime() - deadline > 0) {
        throw new LimitExceededException(
            "Taking it apart took longer than %d seconds.".formatted(limits.time().toSeconds()));
      }
    }

    void spend(int count) throws LimitExceededException {
      bytes += Math.max(0, count);
      if (bytes > mostBytes) {
        throw new LimitExceededException(
            "Its parts decode to more than %,d bytes.".formatted(mostBytes));
      }
      checkTime();
    }

    InputStream limited(InputStream content) {
      return new FilterInputStream(content) {
        @Override
        public int read() throws IOException {
          int read = super.read();
          spend(read < 0 ? 0 : 1);
          return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
          int read = super.read(buffer, offset, length);
          spend(read);
          return read;
        }
      };
    }
  }
}
