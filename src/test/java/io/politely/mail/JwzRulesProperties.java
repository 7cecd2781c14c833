package io.politely.mail;

import static io.politely.mail.Letters.letter;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JwzRulesProperties {

  @Property(tries = 500)
  void trees_are_those_of_the_plain_algorithm(@ForAll("mailboxes") List<Threadable> mailbox) {
    var sorted = mailbox.stream().sorted(Threadable.BY_TIME).toList();

    Set<Set<String>> ours = new HashSet<>();
    for (var tree : JwzRules.trees(sorted, Set.of())) {
      ours.add(Set.copyOf(tree.messages().stream().map(Threadable::contentHash).toList()));
    }

    assertThat(ours).isEqualTo(new HashSet<>(PlainJwz.conversations(sorted)));
  }

  @Property(tries = 300)
  void the_order_of_arrival_does_not_matter(
      @ForAll("mailboxes") List<Threadable> mailbox, @ForAll long seed) {
    var shuffled = new ArrayList<>(mailbox);
    java.util.Collections.shuffle(shuffled, new Random(seed));

    assertThat(ThreadRules.decide(shuffled, Map.of(), List.of()))
        .isEqualTo(ThreadRules.decide(mailbox, Map.of(), List.of()));
  }

  /** Small mailboxes whose messages refer to each other, to missing ones, and in circles. */
  @Provide
  Arbitrary<List<Threadable>> mailboxes() {
    var name = Arbitraries.of("a", "b", "c", "d", "e", "f", "g", "h");
    var chain = name.list().ofMaxSize(4);
    var subject = Arbitraries.of("The plan", "Re: The plan", "Lunch", "AW: Lunch", "");
    var message =
        Combinators.combine(name, chain, subject, Arbitraries.integers().between(0, 72))
            .as((id, references, about, hours) ->
                letter(id)
                    .answers(references.toArray(String[]::new))
                    .about(about)
                    .hoursLater(hours)
                    .message());
    return message.list().uniqueElements(Threadable::id).ofMaxSize(8);
  }
}
