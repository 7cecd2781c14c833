package io.politely.cadence;

import io.politely.evaluate.JsonLines;
import io.politely.kernel.EmailAddress;
import io.politely.mail.Conversation;
import io.politely.mail.ConversationId;
import io.politely.mail.FolderRole;
import io.politely.mail.MessageId;
import io.politely.mail.StoredMessage;
import io.politely.reading.Kind;
import io.politely.reading.Letter;
import io.politely.reading.Reader;
import io.politely.reading.Reading;
import io.politely.reading.WorkingDays;
import io.politely.wording.Rank;
import io.politely.wording.ValueKind;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * An outreach of four touches that is answered after its first, second, third or fourth by each
 * reply of a file: what the plan does then, held against what the reply means.
 */
public final class FollowUpsSuite {

  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>]+@[^\\s<>]+");
  private static final EventRules.Content ASKS = new EventRules.Content(2, ValueKind.FACT);

  private FollowUpsSuite() {}

  /** Runs over files of replies. */
  public static Map<String, Object> run(List<String> files, int errors) throws IOException {
    int right = 0;
    int n = 0;
    int afterStop = 0;
    int tooEarly = 0;
    int shown = 0;
    var byIntent = new TreeMap<String, int[]>();
    for (var file : files) {
      for (var row : JsonLines.read(file)) {
        for (int touches = 1; touches <= 4; touches++) {
          var next = next(row, touches);
          boolean isRight = isRight(row, next);
          n++;
          right += isRight ? 1 : 0;
          afterStop += isStop(row) && next instanceof Next.Touch ? 1 : 0;
          tooEarly += next instanceof Next.Touch touch && isEarly(row, touch) ? 1 : 0;
          var counts =
              byIntent.computeIfAbsent(row.get("gold").get("intent").asString(), _ -> new int[2]);
          counts[0] += isRight ? 1 : 0;
          counts[1]++;
          if (!isRight && shown++ < errors) {
            System.err.printf(
                "%s after %d: %s, wanted %s%n",
                row.get("id").asString(), touches, next, row.get("gold"));
          }
        }
      }
    }
    var figures = new TreeMap<String, Object>();
    figures.put("n", n);
    figures.put("rightThing", (double) right / n);
    figures.put("touchesAfterStop", afterStop);
    figures.put("touchesTooEarly", tooEarly);
    var shares = new TreeMap<String, Object>();
    byIntent.forEach((intent, counts) -> shares.put(intent, (double) counts[0] / counts[1]));
    figures.put("byIntent", shares);
    return figures;
  }

  private static Next next(JsonNode row, int touches) {
    var us = address(row.get("user_addresses").get(0).asString());
    var from = address(row.get("from").asString());
    var them = from.equals(us) ? address(row.get("to").asString()) : from;
    var repliedAt = OffsetDateTime.parse(row.get("date").asString()).toInstant();
    var zone = ZoneId.of(row.get("tz").asString());
    var time = new TheirTime(zone, Plans.POLICY.caps().hours());
    var messages = new ArrayList<StoredMessage>();
    var startedAt = repliedAt.minusSeconds(86_400L * 7 * touches);
    for (int i = 0; i < touches; i++) {
      messages.add(
          stored(
              i + 1,
              new Reading(Kind.HUMAN, "Would it help?", List.of()),
              us,
              them,
              startedAt.plusSeconds(86_400L * 7 * i + 60)));
    }
    var reading = Reader.read(letter(row));
    boolean isReturned = reading.kind().isDeliveryReport() || reading.kind() == Kind.COMPLAINT;
    messages.add(stored(9, reading, from, us, repliedAt));
    var events =
        EventRules.of(
            new Conversation(new ConversationId(new UUID(0, 1)), 1, "Rail", messages),
            Set.of(us),
            _ -> ASKS);
    var history =
        HistoryRules.of(
            events,
            Set.of(them.value()),
            List.of(),
            List.of(),
            Map.of(),
            zone,
            repliedAt.plusSeconds(60));
    var facts =
        new Facts(
            Plans.row("R1"),
            startedAt,
            null,
            null,
            history,
            time,
            Rank.MANAGER,
            0,
            reading.kind() == Kind.COMPLAINT ? "They reported it." : "",
            "",
            isReturned && reading.kind() == Kind.BOUNCE
                ? EnumSet.noneOf(Channel.class)
                : EnumSet.of(Channel.EMAIL),
            true,
            false,
            null);
    return Plans.RULES.next(facts, repliedAt.plusSeconds(60));
  }

  private static boolean isRight(JsonNode row, Next next) {
    var gold = row.get("gold");
    return Stream.concat(
            Stream.of(gold.get("intent").asString()),
            gold.path("intent_alt").valueStream().map(JsonNode::asString))
        .anyMatch(intent -> isRight(row, intent, next));
  }

  private static boolean isRight(JsonNode row, String intent, Next next) {
    var kind = row.get("gold").get("kind").asString();
    if (kind.startsWith("bounce")) {
      return next instanceof Next.FixAddress || goesOn(next);
    }
    if (!kind.equals("human_reply")) {
      // A program ends nothing by itself; what it says of days is kept.
      return intent.equals("stop")
          ? next instanceof Next.Over
          : (goesOn(next) && !(next instanceof Next.Touch touch && isEarly(row, touch)));
    }
    return switch (intent) {
      case "stop" -> next instanceof Next.Over(var how, _) && how == Next.End.STOPPED;
      case "rejection", "not_interested" -> next instanceof Next.Over;
      case "wrong_person" -> next instanceof Next.Over(var how, _) && how == Next.End.REFERRED;
      case "not_now" -> next instanceof Next.Touch touch && !isEarly(row, touch);
      case "promise" -> goesOn(next) && !(next instanceof Next.Touch touch && isEarly(row, touch));
      case "scheduling" -> next instanceof Next.Wait || next instanceof Next.Answer;
      case "thanks_only", "none" -> goesOn(next);
      default -> next instanceof Next.Answer;
    };
  }

  /** Nobody asked to end it, and nobody waits for us. */
  private static boolean goesOn(Next next) {
    return next instanceof Next.Touch
        || next instanceof Next.Close
        || next instanceof Next.Wait
        || next instanceof Next.AskConnector
        || (next instanceof Next.Over(var how, _) && how == Next.End.SILENT);
  }

  private static boolean isStop(JsonNode row) {
    return row.get("gold").get("intent").asString().equals("stop");
  }

  private static boolean isEarly(JsonNode row, Next.Touch touch) {
    var gold = row.get("gold");
    var zone = ZoneId.of(row.get("tz").asString());
    var day = touch.earliest().atZone(zone).toLocalDate();
    return Stream.of("not_before", "promise_due")
            .filter(name -> !gold.path(name).isMissingNode() && !gold.get(name).isNull())
            .noneMatch(name ->
                Stream.concat(
                        Stream.of(gold.get(name).asString()),
                        gold.path(name + "_alt").valueStream().map(JsonNode::asString))
                    .map(LocalDate::parse)
                    .map(WorkingDays.at(zone)::sameOrNext)
                    .anyMatch(limit -> !day.isBefore(limit)))
        && Stream.of("not_before", "promise_due").anyMatch(name -> !gold.get(name).isNull());
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
    return new Letter(
        headers,
        OffsetDateTime.parse(row.get("date").asString())
            .atZoneSameInstant(ZoneId.of(row.get("tz").asString())),
        row.get("body").asString(),
        null,
        List.of("text/plain"),
        null);
  }

  private static StoredMessage stored(
      int number, Reading reading, EmailAddress from, EmailAddress to, Instant at) {
    return new StoredMessage(
        new MessageId(new UUID(0, number)),
        "hash" + number,
        "<" + number + "@example.org>",
        at,
        from,
        "",
        List.of(to),
        List.of(),
        "Rail",
        Set.of(FolderRole.INBOX),
        null,
        reading);
  }

  private static EmailAddress address(String line) {
    var found = ADDRESS.matcher(line);
    if (!found.find()) {
      throw new IllegalArgumentException("No address in " + line);
    }
    return new EmailAddress(found.group().toLowerCase(Locale.ROOT));
  }
}
