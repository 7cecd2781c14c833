package io.politely.mail;

import io.politely.kernel.Edge;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;

/** Takes the calendars out of a message that was parsed before. */
@Edge
final class CalendarParts implements MimeWalk.Visitor {

  private static final int MOST = 10;
  private static final int LARGEST = 2 << 20;

  private final List<byte[]> files = new ArrayList<>();

  private CalendarParts() {}

  /** Its calendars, each once: the same is often there as a part and as a file. */
  static List<byte[]> of(byte[] raw, Limits limits) {
    var parts = new CalendarParts();
    try {
      new MimeWalk(limits).walk(raw, parts);
    } catch (MimeException | IOException e) {
      // It was parsed when it was stored; what cannot be taken apart now has no calendar for us.
      return List.of();
    }
    return parts.files;
  }

  @Override
  public void header(String name, String value) {}

  @Override
  public void type(String type) {}

  @Override
  public void part(MimeWalk.Part part, InputStream content) throws IOException {
    if (!isCalendar(part) || files.size() >= MOST) {
      content.transferTo(OutputStream.nullOutputStream());
      return;
    }
    var file = content.readNBytes(LARGEST);
    content.transferTo(OutputStream.nullOutputStream());
    if (files.stream().noneMatch(it -> Arrays.equals(it, file))) {
      files.add(file);
    }
  }

  private static boolean isCalendar(MimeWalk.Part part) {
    return part.type().equals("text/calendar")
        || part.type().equals("application/ics")
        || part.name().toLowerCase(Locale.ROOT).endsWith(".ics");
  }
}
