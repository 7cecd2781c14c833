package io.politely.today.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import io.politely.people.Known;
import io.politely.people.People;
import io.politely.testing.Cast;
import io.politely.testing.SampleWorkspace;
import io.politely.testing.Served;
import io.politely.testing.Visitor;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class PeopleTest {

  private static final EmailAddress STEFAN = new EmailAddress("stefan.vogt@caldervoss.example");
  private static final EmailAddress CLAIRE = new EmailAddress("claire.dubois@example.org");

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private SampleWorkspace sample;
  @Autowired private People people;

  @Test
  void somebody_is_found_by_the_beginning_of_a_name() {
    assertThat(robin().open("/people?name=vog").text()).contains("Stefan Vogt");
    assertThat(robin().open("/people?name=nobodyatall").text()).contains("Nobody called");
  }

  @Test
  void the_page_of_a_person_shows_when_both_sides_wrote() {
    var shown = robin().open("/people/" + stefan().person());

    assertThat(shown.text()).contains("Stefan Vogt", "Sales Director, first conversation");
    assertThat(shown.document().select("svg .dot-theirs")).isNotEmpty();
    assertThat(shown.document().select("svg .dot-ours")).isNotEmpty();
  }

  @Test
  void the_page_of_a_company_shows_who_is_there() {
    assertThat(robin().open("/companies/" + claire().company().orElseThrow().id()).text())
        .contains("Claire Dubois");
  }

  @Test
  void the_people_of_somebody_else_are_not_there() {
    var eve = Visitor.of(port).signedInBy(cast.link(cast.owner("Eve")));

    assertThat(eve.open("/people/" + stefan().person()).status()).isEqualTo(404);
    assertThat(eve.open("/companies/" + claire().company().orElseThrow().id()).status())
        .isEqualTo(404);
    assertThat(eve.open("/people").text()).contains("Nobody yet").doesNotContain("Stefan");
  }

  private Known stefan() {
    return known(STEFAN);
  }

  private Known claire() {
    return known(CLAIRE);
  }

  private Known known(EmailAddress address) {
    return Objects.requireNonNull(
        people.whoAre(sample.robin().workspace(), List.of(address)).get(address));
  }

  private Visitor robin() {
    return Visitor.of(port).signedInBy(cast.link(sample.robin()));
  }
}
