package io.politely.pursuits;

import io.politely.mail.Conversation;
import io.politely.mail.StoredMessage;
import io.politely.reading.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which of our mails came back. A report is about a mail of ours whose Message-ID it quotes; one
 * that quotes none is about the mails of its conversation. A report that a mail is only late is
 * none.
 */
final class BounceRules {

  private static final int MOST_LOOKED_AT = 200_000;

  private BounceRules() {}

  /**
   * What came back, by Message-ID, with a sentence that says why.
   *
   * @param mailed Message-IDs of ours that are looked for
   * @param raw a report as it came, as text; asked for reports only
   */
  static Map<String, String> cameBack(
      Conversation conversation, List<String> mailed, Function<StoredMessage, String> raw) {
    var cameBack = new HashMap<String, String>();
    for (var message : conversation.messages()) {
      reason(message.reading().kind())
          .ifPresent(reason -> {
            var text = raw.apply(message);
            var report = text.substring(0, Math.min(text.length(), MOST_LOOKED_AT));
            var quoted = mailed.stream().filter(report::contains).toList();
            var meant = quoted.isEmpty() ? inside(conversation, mailed) : quoted;
            meant.forEach(id -> cameBack.putIfAbsent(id, reason));
          });
    }
    return Map.copyOf(cameBack);
  }

  private static List<String> inside(Conversation conversation, List<String> mailed) {
    return conversation.messages().stream()
        .flatMap(message -> Optional.ofNullable(message.internetId()).stream())
        .filter(mailed::contains)
        .toList();
  }

  private static Optional<String> reason(Kind kind) {
    return switch (kind) {
      case BOUNCE -> Optional.of("Nobody has this address any more.");
      case SOFT_BOUNCE -> Optional.of("Their server refused it this time.");
      default -> Optional.empty();
    };
  }
}
