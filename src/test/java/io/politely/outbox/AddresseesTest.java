package io.politely.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AddresseesTest {

  private static final EmailAddress GRACE = new EmailAddress("grace@example.org");
  private static final EmailAddress LINUS = new EmailAddress("linus@example.net");

  @Test
  void addresses_are_found_with_and_without_names() {
    var line = "Grace Hopper <Grace@example.org>, \"Linus, the other\" <linus@example.net>;";

    assertThat(Addressees.of(line).addresses()).containsExactly(GRACE, LINUS);
    assertThat(Addressees.of(line).unreadable()).isEmpty();
  }

  @Test
  void one_address_twice_is_one() {
    assertThat(Addressees.of("grace@example.org\ngrace@example.org").addresses())
        .containsExactly(GRACE);
  }

  @Test
  void what_is_no_address_is_named() {
    var found = Addressees.of("Grace, linus@example.net, grace@example.org ada@example.com");

    assertThat(found.addresses()).containsExactly(LINUS);
    assertThat(found.unreadable()).containsExactly("Grace", "grace@example.org ada@example.com");
  }

  @Test
  void a_line_can_be_read_again() {
    assertThat(Addressees.of(Addressees.line(List.of(GRACE, LINUS))).addresses())
        .containsExactly(GRACE, LINUS);
  }

  @Property
  void nothing_that_was_typed_is_overlooked(@ForAll String line) {
    var found = Addressees.of(line);

    assertThat(found.addresses().size() + found.unreadable().size() > 0 || isEmpty(line)).isTrue();
  }

  private static boolean isEmpty(String line) {
    return line.replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"", "").replaceAll("[,;\\r\\n]", "").isBlank();
  }
}
