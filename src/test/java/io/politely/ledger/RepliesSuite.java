package io.politely.ledger;

import io.politely.evaluate.Counts;
import io.politely.evaluate.JsonLines;
import io.politely.kernel.EmailAddress;
import io.politely.mail.Conversation;
import io.politely.mail.ConversationId;
import io.politely.mail.FolderRole;
import io.politely.mail.MessageId;
import io.politely.mail.StoredMessage;
import io.politely.reading.Act;
import io.politely.reading.Intent;
import io.politely.reading.Kind;
import io.politely.reading.Letter;
import io.politely.reading.Reader;
import io.politely.reading.Reading;
import io.politely.reading.Signal;
import io.politely.reading.WorkingDays;
import io.politely.reading.Zone;
import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Replies and outbound mail written for this purpose, with their readings: kind, intent, earliest
 * date, promise, newest text, and the move after them by the ledger's own rules. An earlier message
 * of ours that asked for something stands before each reply.
 */
public final class RepliesSuite {

  private static final List<String> STOPS = List.of("stop");

  private final int errors;
  private int shown;
  private final Map<String, Counts> intents = new TreeMap<>();
  private final Map<String, Map<String, int[]>> byLanguage = new TreeMap<>();
  private final Map<String, int[]> rates = new TreeMap<>();
  private final Counts stops = new Counts();
  private final Counts asks = new Counts();

  private RepliesSuite(int errors) {
    this.errors = errors;
  }

  /** Mail to us. */
  public static Map<String, Object> replies(List<String> files, int errors) throws IOException {
    var suite = new RepliesSuite(errors);
    int rows = 0;
    for (var file : files) {
      for (var row : JsonLines.read(file)) {
        suite.reply(row);
        rows++;
      }
    }
    var figures = suite.rates(rows);
    figures.put("stopRecall", suite.stops.recall());
    figures.put("stopPrecision", suite.stops.precision());
    figures.put(
        "intentMacroF1",
        suite.intents.values().stream().mapToDouble(Counts::f1).average().orElse(0));
    var languages = new TreeMap<String, Object>();
    suite.byLanguage.forEach((language, rates) -> languages.put(language, ratios(rates)));
    figures.put("byLanguage", languages);
    var perIntent = new TreeMap<String, Object>();
    suite.intents.forEach((intent, counts) -> perIntent.put(intent, counts.f1()));
    figures.put("perIntent", perIntent);
    return figures;
  }

  /** Mail of ours. */
  public static Map<String, Object> outbound(List<String> files, int errors) throws IOException {
    var suite = new RepliesSuite(errors);
    int rows = 0;
    for (var file : files) {
      for (var row : JsonLines.read(file)) {
        suite.sent(row);
        rows++;
      }
    }
    var figures = suite.rates(rows);
    figures.put("askF1", suite.asks.f1());
    return figures;
  }

  private Map<String, Object> rates(int rows) {
    var figures = new TreeMap<String, Object>();
    figures.put("n", rows);
    figures.putAll(ratios(rates));
    return figures;
  }

  private static Map<String, Object> ratios(Map<String, int[]> rates) {
    var ratios = new TreeMap<String, Object>();
    rates.forEach((name, counts) -> ratios.put(name, Counts.ratio(counts[0], counts[1])));
    return ratios;
  }

  private void reply(JsonNode row) {
    var letter = letter(row);
    var reading = Reader.read(letter);
    var gold = row.get("gold");
    var language = row.get("lang").asString();
    var own = row.get("user_addresses").valueStream().map(JsonNode::asString).toList();
    boolean ownCopy = own.stream().anyMatch(row.get("from").asString()::contains);
    var days = WorkingDays.at(ZoneId.of(row.get("tz").asString()));
    score(row, language, "kindAccuracy", oneOf(gold, "kind", kind(reading.kind())), reading);
    var intent =
        reading.kind().isPersonal() && !ownCopy && !reading.newestText().isBlank()
            ? Intent.of(reading.signals()).name().toLowerCase(Locale.ROOT)
            : intentOfProgram(reading);
    boolean intentRight = oneOf(gold, "intent", List.of(intent));
    score(row, language, "intentAccuracy", intentRight, intent);
    var goldIntent = gold.get("intent").asString();
    var told = intentRight ? goldIntent : intent;
    intents.computeIfAbsent(goldIntent, _ -> new Counts());
    intents.forEach((name, counts) -> counts.add(name.equals(goldIntent), name.equals(told)));
    stops.add(STOPS.contains(goldIntent), STOPS.contains(told));
    earliest(row, gold, reading, days);
    referredTo(row, gold, reading);
    var promise = due(reading, Act.PROMISE);
    if (!gold.get("promise_due").isNull()) {
      score(row, language, "promiseDueExact", date(gold, "promise_due", promise, days), promise);
    }
    if (!gold.get("reply_text").isNull()) {
      var zones = Reader.zonesOf(letter);
      var text = zones.newestText();
      var withoutClosing = (zones.textOf(Zone.GREETING) + "\n" + zones.textOf(Zone.NEWEST)).strip();
      var expected = folded(gold.get("reply_text").asString());
      var closing = folded(expected + " " + gold.path("closing_text").asString(""));
      boolean exact =
          folded(text).equals(expected)
              || folded(text).equals(closing)
              || folded(withoutClosing).equals(expected);
      score(row, language, "newestTextExact", exact, text);
    }
    var move = moveAfterReply(row, reading, own.getFirst());
    score(row, language, "moveAfterAccuracy", moves(gold, move), move);
  }

  private static String intentOfProgram(Reading reading) {
    boolean rejects = reading.signals().stream().anyMatch(signal -> signal.act() == Act.REJECTION);
    if (reading.kind() == Kind.CHALLENGE) {
      return "request";
    }
    boolean refers = reading.signals().stream().anyMatch(signal -> signal.act() == Act.REFERRAL);
    return rejects ? "rejection" : refers ? "wrong_person" : "none";
  }

  private void earliest(JsonNode row, JsonNode gold, Reading reading, WorkingDays days) {
    var language = row.get("lang").asString();
    var found = Intent.earliest(reading.signals());
    if (gold.get("not_before").isNull()) {
      return;
    }
    boolean exact = date(gold, "not_before", found, days);
    score(row, language, "notBeforeExact", exact, found);
    var wanted = LocalDate.parse(gold.get("not_before").asString());
    boolean early = !exact && found != null && days.sameOrNext(found).isBefore(wanted);
    count(rates, "notBeforeEarly", early);
  }

  private void referredTo(JsonNode row, JsonNode gold, Reading reading) {
    var found = reading.contact().orElse(null);
    if (gold.get("referred_to").isNull()) {
      if (reading.kind() == Kind.OUT_OF_OFFICE
          || gold.get("intent").asString().equals("wrong_person")) {
        score(row, row.get("lang").asString(), "referredToNobody", found == null, found);
      }
      return;
    }
    var wanted = gold.get("referred_to").asString();
    var address = found == null || found.address() == null ? "" : found.address().value();
    var name = found == null ? "" : found.name();
    var told = name.isEmpty() ? address : address.isEmpty() ? name : name + " <" + address + ">";
    score(row, row.get("lang").asString(), "referredToExact", told.equals(wanted), told);
  }

  private void sent(JsonNode row) {
    var reading = Reader.read(letter(row));
    var gold = row.get("gold");
    var language = row.get("lang").asString();
    var days = WorkingDays.at(ZoneId.of(row.get("tz").asString()));
    boolean found =
        reading.signals().stream()
            .anyMatch(signal -> signal.act() == Act.ASK || signal.act() == Act.QUESTION);
    asks.add(gold.get("asks").asBoolean(), found);
    if (found != gold.get("asks").asBoolean()) {
      show(row, "ask", reading.signals());
    }
    if (!gold.get("promise_due").isNull()) {
      var promise = due(reading, Act.PROMISE);
      score(row, language, "promiseDueExact", date(gold, "promise_due", promise, days), promise);
    }
    var from = address(row.get("from").asString());
    var stored = stored(row, reading, from, address(row.get("to").asString()), 2);
    var move = move(List.of(stored), from);
    score(row, language, "moveAfterAccuracy", moves(gold, move), move);
  }

  private void score(
      JsonNode row, String language, String name, boolean right, @Nullable Object found) {
    count(rates, name, right);
    count(byLanguage.computeIfAbsent(language, _ -> new TreeMap<>()), name, right);
    if (!right) {
      show(row, name, found);
    }
  }

  private void show(JsonNode row, String name, @Nullable Object found) {
    if (shown++ < errors) {
      System.err.printf(
          "%s %s found %s wanted %s%n", row.get("id").asString(), name, found, row.get("gold"));
    }
  }

  private static void count(Map<String, int[]> rates, String name, boolean right) {
    var counts = rates.computeIfAbsent(name, _ -> new int[2]);
    counts[0] += right ? 1 : 0;
    counts[1]++;
  }

  private static Letter letter(JsonNode row) {
    var headers = new HashMap<String, List<String>>();
    for (var name : List.of("from", "to", "cc", "subject")) {
      if (row.hasNonNull(name)) {
        headers.put(name, List.of(row.get(name).asString()));
      }
    }
    row.path("headers")
        .properties()
        .forEach(header ->
            headers.put(
                header.getKey().toLowerCase(Locale.ROOT), List.of(header.getValue().asString())));
    var sentAt = OffsetDateTime.parse(row.get("date").asString());
    ZonedDateTime zoned = sentAt.atZoneSameInstant(ZoneId.of(row.get("tz").asString()));
    var types = List.of("text/plain");
    return new Letter(headers, zoned, row.get("body").asString(), null, types, null);
  }

  private static List<String> kind(Kind kind) {
    return switch (kind) {
      case HUMAN, LIST, CALENDAR_ANSWER -> List.of("human_reply");
      case OUT_OF_OFFICE -> List.of("out_of_office");
      case AUTOMATIC_REPLY, CHALLENGE, COMPLAINT -> List.of("auto_ack");
      case BOUNCE -> List.of("bounce_hard");
      case SOFT_BOUNCE, DELAY -> List.of("bounce_soft");
      case NEWSLETTER -> List.of("newsletter");
    };
  }

  private static boolean oneOf(JsonNode gold, String name, List<String> found) {
    return found.contains(gold.get(name).asString())
        || gold.path(name + "_alt").valueStream().anyMatch(alt -> found.contains(alt.asString()));
  }

  private static boolean moves(JsonNode gold, String move) {
    return gold.get("move_after").asString().equals(move)
        || gold.path("move_alt").valueStream().anyMatch(alt -> alt.asString().equals(move));
  }

  private static boolean date(
      JsonNode gold, String name, @Nullable LocalDate found, WorkingDays days) {
    if (found == null) {
      return false;
    }
    var rolled = days.sameOrNext(found).toString();
    return gold.get(name).asString().equals(rolled)
        || gold.path(name + "_alt").valueStream().anyMatch(alt -> alt.asString().equals(rolled));
  }

  private static @Nullable LocalDate due(Reading reading, Act act) {
    return reading.signals().stream()
        .filter(signal -> signal.act() == act)
        .flatMap(signal -> Optional.ofNullable(signal.due()).stream())
        .findFirst()
        .orElse(null);
  }

  private static String folded(String text) {
    return String.join(" ", text.strip().split("\\s+", -1));
  }

  private static String moveAfterReply(JsonNode row, Reading reading, String own) {
    var us = new EmailAddress(own);
    var them = address(row.get("from").asString());
    var ask = new Signal(Act.QUESTION, "Our question", null, 0.9);
    var before = new Reading(Kind.HUMAN, "Our question?", List.of(ask));
    var partner = them.equals(us) ? address(row.get("to").asString()) : them;
    var ours = stored(row, before, us, partner, 1);
    var theirs = stored(row, reading, them, us, 2);
    // Bulk mail answers nothing: it begins its own conversation.
    boolean bulk = reading.kind() == Kind.NEWSLETTER;
    return move(bulk ? List.of(theirs) : List.of(ours, theirs), us);
  }

  private static String move(List<StoredMessage> messages, EmailAddress us) {
    var policy = new PolicyFile().in(ZoneId.of("UTC"));
    var conversation =
        new Conversation(
            new ConversationId(new UUID(0, 1)), 1, messages.getFirst().subject(), messages);
    return switch (MoveRules.fold(conversation, Set.of(us), List.of(), policy).move()) {
      case Move.Ours _ -> "OURS";
      case Move.Theirs _ -> "THEIRS";
      case Move.Scheduled _ -> "SCHEDULED";
      case Move.Nobodys _, Move.Closed _ -> "NOBODY";
      case Move.Unsure _ -> "UNSURE";
    };
  }

  private static StoredMessage stored(
      JsonNode row, Reading reading, EmailAddress from, EmailAddress to, int number) {
    var sentAt = OffsetDateTime.parse(row.get("date").asString()).toInstant();
    return new StoredMessage(
        new MessageId(new UUID(0, number)),
        "hash" + number,
        "<" + number + "@example.org>",
        number == 1 ? sentAt.minusSeconds(86_400) : sentAt,
        from,
        "",
        List.of(to),
        new ArrayList<>(),
        row.get("subject").asString(),
        Set.of(FolderRole.OTHER),
        null,
        reading);
  }

  private static EmailAddress address(String header) {
    int open = header.indexOf('<');
    return new EmailAddress(
        open < 0 ? header.strip() : header.substring(open + 1, header.indexOf('>')).strip());
  }
}
