package io.politely.pursuits;

import io.politely.http.HttpGateway;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads postings: a page by what it says of itself in schema.org's words where it does
 * (https://schema.org/JobPosting, as JSON-LD or microdata), else by its text; a PDF and pasted
 * words by their text.
 */
@Component
public class PostingReader {

  /** What is larger is no posting. */
  public static final int LARGEST = 8 << 20;

  private static final int LONGEST_TEXT = 90_000;
  private static final int DEEPEST = 8;
  private static final Pattern MARKUP =
      Pattern.compile(
          "(?is)^\\s*(?:<!doctype html|<html|<head|<body|<!--|<div|<p[ >]|<ul|<script|<meta)");
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private final PostingRules rules;
  private final HttpGateway http;
  private final PdfText pdfs = new PdfText(Duration.ofSeconds(5));

  PostingReader(PursuitPolicyFiles files, HttpGateway http) {
    this.rules = files.postings();
    this.http = http;
  }

  /** Why a posting could not be read: one sentence for whoever gave it. */
  public static final class Unreadable extends Exception {

    private static final long serialVersionUID = 1;

    Unreadable(String sentence, @Nullable Throwable cause) {
      super(sentence, cause);
    }
  }

  /**
   * What lies at an address.
   *
   * @throws Unreadable if nothing came from there that says anything
   */
  public Posting at(String address) throws Unreadable, InterruptedException {
    try {
      var fetched = http.fetch(URI.create(address.strip()));
      if (fetched.status() != 200) {
        throw new Unreadable(
            "The server answered %d. Open the page, save it, and choose the file here."
                .formatted(fetched.status()),
            null);
      }
      var read = of(fetched.bytes().getBytes(StandardCharsets.ISO_8859_1));
      return new Posting(
          read.title(), read.company(), address.strip(), read.requirements(), read.text());
    } catch (IOException | IllegalArgumentException e) {
      throw new Unreadable(
          "Nothing could be fetched from there. Open the page, save it, and choose the file here.",
          e);
    }
  }

  /**
   * A saved page, a PDF, or a text.
   *
   * @throws Unreadable if it says nothing, or is larger than {@link #LARGEST}
   */
  public Posting of(byte[] file) throws Unreadable, InterruptedException {
    if (file.length > LARGEST) {
      throw new Unreadable("A posting has at most 8 MB.", null);
    }
    var beginning = new String(file, 0, Math.min(file.length, 1_000), StandardCharsets.ISO_8859_1);
    if (beginning.startsWith("%PDF-")) {
      return ofText(pdf(file));
    }
    if (MARKUP.matcher(beginning.replaceFirst("^\u00ef\u00bb\u00bf", "")).find()) {
      try (var in = new ByteArrayInputStream(file)) {
        return ofPage(Jsoup.parse(in, null, ""));
      } catch (IOException e) {
        throw new Unreadable("This page cannot be read.", e);
      }
    }
    if (beginning.indexOf('\0') >= 0) {
      throw new Unreadable("This is no page, PDF or text.", null);
    }
    return ofText(decoded(file));
  }

  /**
   * Pasted words, which may be the source of a page.
   *
   * @throws Unreadable if they say nothing
   */
  public Posting of(String pasted) throws Unreadable {
    return MARKUP.matcher(pasted).find() ? ofPage(Jsoup.parse(pasted)) : ofText(pasted);
  }

  private Posting ofText(String said) throws Unreadable {
    var text = shortened(PostingRules.lines(said));
    if (text.isEmpty()) {
      throw new Unreadable("It has no text. If it is a picture, type what it asks for.", null);
    }
    var first = text.lines().findFirst().orElse("");
    return new Posting(shortLine(first), "", "", rules.requirements(text), text);
  }

  private Posting ofPage(Document page) throws Unreadable {
    var described = described(page);
    var title = first(described, "title").orElseGet(() -> titleOf(page));
    var address = canonical(page);
    var text =
        first(described, "description")
            .map(PostingReader::textOf)
            .orElseGet(() -> PostingRules.text(main(page)));
    if (text.isBlank()) {
      throw new Unreadable(
          "The page has no text: it may be shown by its scripts only. Paste it.", null);
    }
    var asked = new ArrayList<String>();
    Stream.of("qualifications", "skills", "experienceRequirements", "educationRequirements")
        .flatMap(name -> values(described, name).stream())
        .flatMap(value -> textOf(value).lines())
        .map(line -> line.replaceFirst("^• ", ""))
        .forEach(asked::add);
    asked.addAll(rules.requirements(text));
    return new Posting(
        shortLine(title),
        shortLine(first(described, "hiringOrganization").orElse("")),
        address,
        PostingRules.kept(asked),
        shortened(text));
  }

  /** A property of a posting in schema.org's words, and its value as text or HTML. */
  private record Property(String name, String value) {}

  private static List<Property> described(Document page) {
    var found = new ArrayList<Property>();
    for (var script : page.select("script[type=application/ld+json]")) {
      try {
        collect(JsonMapper.shared().readTree(script.data()), found, 0);
      } catch (JacksonException e) {
        // A page may carry broken descriptions beside good ones; its text remains.
      }
    }
    if (found.isEmpty()) {
      page.select("[itemtype*=schema.org/JobPosting] [itemprop]")
          .forEach(it -> found.add(new Property(it.attr("itemprop"), valueOf(it))));
    }
    return found;
  }

  private static void collect(JsonNode node, List<Property> found, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    if (node.isArray() || node.has("@graph")) {
      (node.isArray() ? node : node.get("@graph"))
          .forEach(inner -> collect(inner, found, depth + 1));
    } else if (node.path("@type").toString().contains("JobPosting")) {
      node.properties()
          .forEach(property ->
              texts(property.getValue())
                  .forEach(text -> found.add(new Property(property.getKey(), text))));
    }
  }

  /** A value may be words, a list of words, or a thing with a name or a description. */
  private static List<String> texts(JsonNode value) {
    if (value.isString()) {
      return List.of(value.asString());
    }
    if (value.isArray()) {
      return value.valueStream().flatMap(it -> texts(it).stream()).toList();
    }
    return Stream.of("name", "description")
        .filter(name -> value.path(name).isString())
        .map(name -> value.path(name).asString())
        .limit(1)
        .toList();
  }

  private static String valueOf(Element element) {
    if (element.hasAttr("content")) {
      return element.attr("content");
    }
    var name = element.selectFirst("[itemprop=name]");
    return name == null || name.equals(element) ? element.html() : name.text();
  }

  private static Optional<String> first(List<Property> described, String name) {
    return values(described, name).stream().filter(it -> !it.isBlank()).findFirst();
  }

  private static List<String> values(List<Property> described, String name) {
    return described.stream().filter(it -> it.name().equals(name)).map(Property::value).toList();
  }

  private static String titleOf(Document page) {
    return Stream.of(
            page.select("meta[property=og:title]").attr("content"),
            page.select("h1").text(),
            page.title())
        .filter(it -> !it.isBlank())
        .findFirst()
        .orElse("");
  }

  private static String canonical(Document page) {
    return Stream.of(
            page.select("link[rel=canonical]").attr("href"),
            page.select("meta[property=og:url]").attr("content"))
        .filter(it -> it.matches("https?://[^\\s<>\"]{1,2000}"))
        .findFirst()
        .orElse("");
  }

  private static Element main(Document page) {
    var main = page.selectFirst("main, article, [role=main]");
    return main == null ? page.body() : main;
  }

  /** Descriptions are HTML, also such whose marks were escaped once more. */
  private static String textOf(String html) {
    var once = html.contains("<") ? html : Jsoup.parse(html).wholeText();
    return once.contains("<")
        ? PostingRules.text(Jsoup.parseBodyFragment(once).body())
        : PostingRules.lines(once);
  }

  private String pdf(byte[] file) throws Unreadable, InterruptedException {
    try {
      return pdfs.of(file);
    } catch (IOException e) {
      throw new Unreadable(String.valueOf(e.getMessage()), e);
    }
  }

  private static String decoded(byte[] file) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException e) {
      return new String(file, WINDOWS);
    }
  }

  private static String shortLine(String words) {
    var line = NewPursuit.oneLine(Jsoup.parse(words).text());
    return line.substring(0, Math.min(line.length(), 200));
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
  }
}
