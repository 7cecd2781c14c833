package io.politely.outbox;

import static io.politely.outbox.OutgoingState.IN_DOUBT;
import static io.politely.outbox.OutgoingState.SENT;
import static io.politely.outbox.TestOutbox.GRACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.Edge;
import io.politely.outbox.FaultServer.Accepted;
import io.politely.outbox.FaultServer.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** Two nodes send what one database holds. */
@Edge
@SpringBootTest
class TwoNodesTest {

  @Autowired private ApplicationContext context;

  @Test
  void they_share_the_work_and_nothing_leaves_twice() {
    try (var server =
            new FaultServer(
                () -> Fault.NONE, Duration.ofMillis(1), Duration.ofSeconds(1), null, null);
        var one = TestOutbox.sendingTo(context, server);
        var other = one.anotherNode()) {
      var mails = IntStream.range(0, 200).mapToObj(_ -> one.plan(GRACE)).toList();

      while (mails.stream().anyMatch(mail -> one.mail(mail).state() != SENT)) {
        one.begin();
        other.begin();
        TestOutbox.sleep(20);
      }

      assertThat(server.accepted())
          .extracting(Accepted::internetId)
          .doesNotHaveDuplicates()
          .hasSize(mails.size());
      assertThat(senders(one, mails))
          .containsExactlyInAnyOrder(one.fencing().node(), other.fencing().node());
    }
  }

  @Test
  void who_slept_through_its_lease_at_the_gate_sends_nothing_any_more() {
    try (var server = FaultServer.always(Fault.NONE);
        var one = TestOutbox.sendingTo(context, server);
        var other = one.anotherNode()) {
      var id = one.plan(GRACE);
      var stale = one.claim().getFirst();
      leasesEnd(one);

      other.sendDue();

      assertThat(one.gate().opens(stale)).isFalse();
      assertThat(
              one.outbox()
                  .settle(
                      one.workspace(),
                      "stale",
                      List.of(Settlement.again(stale, "", Duration.ZERO))))
          .isEmpty();
      assertThat(one.mail(id).state()).isEqualTo(SENT);
      assertThat(server.accepted()).hasSize(1);
    }
  }

  @Test
  void who_ended_behind_the_gate_leaves_a_doubt_and_no_second_mail() {
    try (var server = FaultServer.always(Fault.NONE);
        var one = TestOutbox.sendingTo(context, server);
        var other = one.anotherNode()) {
      var id = one.plan(GRACE);
      assertThat(one.gate().opens(one.claim().getFirst())).isTrue();
      leasesEnd(one);

      other.sendDue();

      assertThat(one.mail(id).state()).isEqualTo(IN_DOUBT);
      assertThat(server.accepted()).isEmpty();
    }
  }

  private static Set<String> senders(TestOutbox outbox, List<OutgoingId> mails) {
    return mails.stream()
        .flatMap(mail -> outbox.outbox().steps(outbox.workspace(), mail).stream())
        .filter(step -> step.state() == SENT)
        .map(Step::by)
        .collect(Collectors.toSet());
  }

  private static void leasesEnd(TestOutbox outbox) {
    outbox
        .database()
        .run(() ->
            outbox
                .database()
                .jdbc()
                .sql(
                    "update outbox.mail set lease_until = clock_timestamp()"
                        + " where workspace_id = :workspace and lease_until is not null")
                .param("workspace", outbox.workspace().value())
                .update());
  }
}
