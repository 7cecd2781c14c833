package io.politely.today.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import io.politely.ledger.Ledger;
import io.politely.ledger.Matter;
import io.politely.mail.Mail;
import io.politely.people.People;
import io.politely.people.Person;
import io.politely.testing.Cast;
import io.politely.testing.SampleWorkspace;
import io.politely.testing.Served;
import io.politely.testing.StatementCount;
import io.politely.testing.Talks;
import io.politely.testing.Talks.Aim;
import io.politely.testing.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A page asks the database a fixed number of questions, however much it has to show. */
@Served
class StatementsOfPagesTest {

  private static final Instant NOW = Instant.parse(SampleWorkspace.PRESENT);
  private static final Duration DAY = Duration.ofDays(1);
  private static final int ALL = 1_000;

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private SampleWorkspace sample;
  @Autowired private StatementCount statements;
  @Autowired private Ledger ledger;
  @Autowired private People people;
  @Autowired private Mail mail;
  @Autowired private Talks talks;

  private Cast.Owner robin;
  private Visitor visitor;

  @BeforeEach
  void sign_in() {
    robin = sample.robin();
    visitor = Visitor.of(port).signedInBy(cast.link(robin));
  }

  @Test
  void today() {
    assertThat(count("/?show=1")).isEqualTo(count("/?show=1000")).isLessThanOrEqualTo(20);
  }

  @Test
  void conversations() {
    assertThat(count("/conversations")).isLessThanOrEqualTo(8);
  }

  @Test
  void a_conversation_of_few_and_of_many_messages() {
    var matters = ledger.newest(robin.workspace(), "ours", Optional.empty(), NOW, ALL).items();
    var bySize = matters.stream().sorted(Comparator.comparing(this::messages)).toList();

    assertThat(count("/conversations/" + bySize.getLast().conversation()))
        .isEqualTo(count("/conversations/" + bySize.getFirst().conversation()))
        .isLessThanOrEqualTo(17);
  }

  @Test
  void people_all_and_found() {
    assertThat(count("/people")).isLessThanOrEqualTo(10);
    assertThat(count("/people?name=e")).isEqualTo(count("/people?name=priya"));
  }

  @Test
  void a_person_met_once_and_one_met_often() {
    var all = people.persons(robin.workspace(), "", Optional.empty(), ALL).items();
    var byMail = all.stream().sorted(Comparator.comparing(this::conversations)).toList();

    // Not the same number for both: a list has no chance of a reply, and nothing presses on it.
    assertThat(count("/people/" + byMail.getFirst().id())).isLessThanOrEqualTo(45);
    assertThat(count("/people/" + byMail.getLast().id())).isLessThanOrEqualTo(48);
  }

  @Test
  void a_company_of_one_and_of_several() {
    var sizes =
        people.persons(robin.workspace(), "", Optional.empty(), ALL).items().stream()
            .flatMap(person -> person.companies().stream())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    var bySize = sizes.keySet().stream().sorted(Comparator.comparing(sizes::get)).toList();

    assertThat(sizes.get(bySize.getLast())).isGreaterThan(1);
    assertThat(count("/companies/" + bySize.getLast().id()))
        .isEqualTo(count("/companies/" + bySize.getFirst().id()))
        .isLessThanOrEqualTo(26);
  }

  @Test
  void a_search_that_finds_little_and_one_that_finds_much() {
    assertThat(count("/search?q=the"))
        .isEqualTo(count("/search?q=shortlist"))
        .isLessThanOrEqualTo(10);
  }

  @Test
  void meetings_few_and_many_with_one_and_with_many() {
    var ada = cast.owner("Ada Lovelace");
    visitor = Visitor.of(port).signedInBy(cast.link(ada));
    talks.job(ada, NOW);
    var one = talks.meeting(ada, "Interview", NOW.plus(DAY), List.of(Aim.DANA));
    int few = count("/meetings?of=one");
    var everybody = new ArrayList<EmailAddress>(List.of(Aim.DANA));
    for (int i = 0; i < 10; i++) {
      var address = new EmailAddress("guest%d@tidewell.example".formatted(i));
      people.enter(ada.workspace(), "Guest Number" + i, address);
      everybody.add(address);
    }
    var many = talks.meeting(ada, "Final interview", NOW.plus(DAY), everybody);
    for (int i = 0; i < 10; i++) {
      talks.meeting(ada, "Interview " + i, NOW.plus(DAY.multipliedBy(i + 2)), everybody);
    }

    assertThat(count("/meetings?of=many")).isEqualTo(few).isLessThanOrEqualTo(14);
    assertThat(count("/meetings/" + many))
        .isEqualTo(count("/meetings/" + one))
        .isLessThanOrEqualTo(40);
    assertThat(count("/meetings/%s/practice".formatted(many)))
        .isEqualTo(count("/meetings/%s/practice".formatted(one)))
        .isLessThanOrEqualTo(40);
  }

  private int count(String address) {
    assertThat(visitor.open(address).status()).isEqualTo(200);
    return statements.of(address).size();
  }

  private Integer messages(Matter matter) {
    return mail.conversation(robin.workspace(), matter.conversation())
        .orElseThrow()
        .messages()
        .size();
  }

  private Integer conversations(Person person) {
    var addresses = person.addresses().stream().map(address -> address.address()).toList();
    return mail.conversationsWith(robin.workspace(), addresses, ALL).size();
  }
}
