package io.politely.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import io.politely.reading.Act;
import io.politely.reading.Contact;
import io.politely.reading.Signal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SignalsJsonTest {

  static final SignalsJson JSON = new SignalsJson(JsonMapper.shared());

  @Test
  void signals_are_read_as_they_were_written() {
    var signals =
        List.of(
            new Signal(Act.PROMISE, "By Friday.", LocalDate.parse("2026-03-06"), 0.9),
            new Signal(Act.REFERRAL, "Ask Dana.", null, new Contact("Dana", null), 0.8),
            new Signal(
                Act.STAND_IN,
                "Write to the desk.",
                null,
                new Contact("", new EmailAddress("desk@example.org")),
                0.9));

    assertThat(JSON.read(JSON.write(signals))).isEqualTo(signals);
  }

  @Test
  void what_is_absent_takes_no_room() {
    var plain = List.of(new Signal(Act.ASK, "Please send it.", null, 0.9));

    assertThat(JSON.write(plain)).doesNotContain("null");
  }
}
