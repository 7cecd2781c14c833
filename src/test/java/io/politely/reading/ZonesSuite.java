package io.politely.reading;

import io.politely.evaluate.Counts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Zones against what people marked: in folders of {@code NAME.ann} files (a text and ranges of it:
 * Header for what introduces older text, Body, Body/Signature), or of {@code NAME_body} files,
 * whose signature lines begin with a mark, with the sender in {@code NAME_sender}.
 *
 * <p>{@code lineAccuracy} counts lines told right (written for this message or older; marked:
 * signature or not), {@code exactNewest} texts of which every line is, {@code signatureF1}
 * signature lines. Blank lines do not count.
 */
public final class ZonesSuite {

  private static final String SIGNATURE_MARK = "#sig#";

  private final int errors;
  private int shown;
  private int texts;
  private int exact;
  private int lines;
  private int linesRight;
  private final Counts signatures = new Counts();

  private ZonesSuite(int errors) {
    this.errors = errors;
  }

  /** Runs over folders and all that is in them. */
  public static Map<String, Object> run(List<String> folders, int errors) throws IOException {
    var suite = new ZonesSuite(errors);
    for (var folder : folders) {
      suite.folder(Path.of(folder));
    }
    var figures = new TreeMap<String, Object>();
    figures.put("n", suite.texts);
    figures.put("lineAccuracy", Counts.ratio(suite.linesRight, suite.lines));
    figures.put("exactNewest", Counts.ratio(suite.exact, suite.texts));
    figures.put("signatureF1", suite.signatures.f1());
    figures.put("signaturePrecision", suite.signatures.precision());
    figures.put("signatureRecall", suite.signatures.recall());
    return figures;
  }

  private void folder(Path folder) throws IOException {
    List<Path> files;
    try (var all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (var file : files) {
      var name = file.toString();
      if (name.endsWith(".ann")) {
        // Beside the ranges as JSON lie the same annotations in a format of their editor.
        var annotations = Files.readString(file);
        if (annotations.stripLeading().startsWith("{")) {
          annotated(name, JsonMapper.shared().readTree(annotations));
        }
      } else if (name.endsWith("_body")) {
        marked(name, read(file), read(Path.of(name.replace("_body", "_sender"))).strip());
      }
    }
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private void annotated(String name, JsonNode file) {
    var text = file.get("text").asString();
    var headers = new BitSet();
    var signature = new BitSet();
    for (var range : file.get("denotations")) {
      var type = range.get("type").asString();
      int start = range.get("start").asInt();
      int end = range.get("end").asInt();
      if (type.equals("Header")) {
        headers.set(start, end);
      } else if (type.equals("Body/Signature")) {
        signature.set(start, end);
      }
    }
    var zones = Newest.of(text);
    var all = Lines.of(text);
    var older = older(all, headers);
    var wrong = new ArrayList<String>();
    for (int line = 0; line < all.count(); line++) {
      if (!all.isBlank(line)) {
        var zone = zoneAt(zones, all.start(line));
        boolean foundOlder = isOlder(zone);
        line(older.get(line), foundOlder, zone, all.stripped(line), wrong);
        if (!older.get(line) && !foundOlder) {
          boolean found = zone == Zone.SIGNATURE || zone == Zone.DISCLAIMER;
          signatures.add(touches(signature, all, line), found);
        }
      }
    }
    text(name, wrong);
  }

  /**
   * Lines of headers, lines marked as quoted, and everything below a header that no marked line
   * follows.
   */
  private static BitSet older(Lines lines, BitSet headers) {
    var older = new BitSet();
    boolean below = false;
    boolean afterHeader = false;
    for (int line = 0; line < lines.count(); line++) {
      if (lines.isBlank(line)) {
        continue;
      }
      boolean quoted = Quotes.isQuoted(lines, line);
      boolean header = touches(headers, lines, line);
      if (afterHeader && !header) {
        below |= !quoted;
      }
      afterHeader = header && !quoted;
      older.set(line, below || header || quoted);
    }
    return older;
  }

  private void marked(String name, String body, String sender) {
    var signature = new BitSet();
    var text = new StringBuilder();
    int number = 0;
    for (var line : body.lines().toList()) {
      boolean isSignature = line.startsWith(SIGNATURE_MARK);
      signature.set(number++, isSignature);
      text.append(isSignature ? line.substring(SIGNATURE_MARK.length()) : line).append('\n');
    }
    var zones = Newest.of(text.toString(), sender);
    var all = Lines.of(text.toString());
    var wrong = new ArrayList<String>();
    for (int line = 0; line < all.count(); line++) {
      if (!all.isBlank(line)) {
        var zone = zoneAt(zones, all.start(line));
        boolean found = !isOlder(zone) && zone != Zone.NEWEST && zone != Zone.GREETING;
        signatures.add(signature.get(line), found);
        line(signature.get(line), found, zone, all.stripped(line), wrong);
      }
    }
    text(name, wrong);
  }

  private void line(boolean marked, boolean found, Zone zone, String text, List<String> wrong) {
    lines++;
    linesRight += marked == found ? 1 : 0;
    if (marked != found) {
      wrong.add(zone + " | " + text);
    }
  }

  private void text(String name, List<String> wrong) {
    texts++;
    exact += wrong.isEmpty() ? 1 : 0;
    if (!wrong.isEmpty() && shown++ < errors) {
      System.err.println("== " + name);
      wrong.stream().limit(12).forEach(line -> System.err.println("   " + line));
    }
  }

  private static boolean touches(BitSet ranges, Lines lines, int line) {
    int at = ranges.nextSetBit(lines.start(line));
    return at >= 0 && at < lines.end(line) && !lines.isBlank(line);
  }

  private static boolean isOlder(Zone zone) {
    return zone == Zone.QUOTED || zone == Zone.ATTRIBUTION || zone == Zone.FORWARDED;
  }

  private static Zone zoneAt(Zones zones, int offset) {
    for (var span : zones.spans()) {
      if (offset < span.end()) {
        return span.zone();
      }
    }
    return Zone.NEWEST;
  }
}
