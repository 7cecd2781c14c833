package io.politely.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some runs of {@code bin/bench reply-stops}, with less time between reading and sending. */
class ReplyStopsTest {

  @Test
  void whoever_answered_gets_no_follow_up_and_nobody_else_is_spared_one(@TempDir Path directory)
      throws Exception {
    var found = ReplyStops.run(directory, 20, Duration.ofSeconds(15), 1);

    assertThat(found.wrong()).isEmpty();
    assertThat(found.answeredAndStopped()).isEqualTo(20);
    assertThat(found.unreadAndWaited()).isEqualTo(2);
    assertThat(found.silentAndLeft()).isEqualTo(2);
  }
}
