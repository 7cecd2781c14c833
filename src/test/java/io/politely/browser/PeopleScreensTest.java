package io.politely.browser;

import io.politely.kernel.EmailAddress;
import io.politely.people.People;
import io.politely.testing.Cast;
import io.politely.testing.SampleWorkspace;
import io.politely.testing.Served;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class PeopleScreensTest {

  private static final EmailAddress STEFAN = new EmailAddress("stefan.vogt@caldervoss.example");
  private static final EmailAddress CLAIRE = new EmailAddress("claire.dubois@example.org");

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private SampleWorkspace sample;
  @Autowired private People people;

  @Test
  void a_person() {
    var known = people.whoAre(sample.robin().workspace(), List.of(STEFAN)).get(STEFAN);

    robin().check("/people/" + Objects.requireNonNull(known).person(), "person");
  }

  @Test
  void everybody() {
    robin().check("/people", "people");
  }

  @Test
  void a_company() {
    var known = people.whoAre(sample.robin().workspace(), List.of(CLAIRE)).get(CLAIRE);

    robin()
        .check(
            "/companies/" + Objects.requireNonNull(known).company().orElseThrow().id(), "company");
  }

  private Screens robin() {
    return Screens.signedInBy(cast.link(sample.robin()), port);
  }
}
