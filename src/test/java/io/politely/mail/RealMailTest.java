package io.politely.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.politely.kernel.Edge;
import io.politely.mail.ParseResult.Parsed;
import io.politely.mail.ParseResult.Refused;
import io.politely.mail.SourceItem.RawMessage;
import io.politely.mail.SourceItem.Remark;
import io.politely.mail.SourceItem.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mail that people really wrote, from public archives that are not part of this project. */
@Edge
class RealMailTest {

  private static final Path DATA =
      Path.of(Objects.requireNonNullElse(System.getenv("POLITELY_DATA"), "../shared/data"));

  private final MessageParser parser = new MessageParser();

  @ParameterizedTest
  @CsvSource({
    "mail/owners, 3572",
    "mail/spamassassin-easy-ham-1.mbox.gz, 2500",
    "mail/enron-no-reply-headers.mbox.gz, 1446",
    "mail/linux-man.mbox.gz, 17885"
  })
  void every_message_is_found_and_hardly_one_is_set_aside(String name, int messages)
      throws IOException {
    var path = DATA.resolve(name);
    assumeTrue(Files.exists(path), "Skipped: there is no " + path + "; set POLITELY_DATA");
    int found = 0;
    int refused = 0;
    int withoutSender = 0;
    Set<String> identities = new HashSet<>();
    try (var mailbox = Mailbox.open(path, "")) {
      for (var item = mailbox.next(); item.isPresent(); item = mailbox.next()) {
        switch (item.get()) {
          case Remark(var sentence) -> throw new AssertionError(sentence);
          case Unreadable _ -> refused++;
          case RawMessage raw -> {
            found++;
            switch (parser.parse(raw.bytes(), raw.origin().envelopeAt())) {
              case Refused _ -> refused++;
              case Parsed(var message) -> {
                identities.add(message.contentHash());
                withoutSender += message.from() == null ? 1 : 0;
              }
            }
          }
        }
      }
    }

    assertThat(found).isEqualTo(messages);
    assertThat(refused * 1_000).isLessThan(messages);
    assertThat(withoutSender * 1_000).isLessThan(messages);
    // Lists and two seats at one list repeat messages, but not many.
    assertThat(identities.size()).isGreaterThan(messages * 9 / 10);
  }
}
