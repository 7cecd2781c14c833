package io.politely.ledger;

import static io.politely.ledger.Stories.ADA;
import static io.politely.ledger.Stories.GRACE;
import static io.politely.ledger.Stories.LINUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import io.politely.mail.FolderRole;
import io.politely.mail.StoredMessage;
import io.politely.reading.Act;
import io.politely.reading.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MoveRulesProperties {

  @Property(tries = 300)
  void mail_that_no_person_wrote_never_changes_anything(
      @ForAll("stories") List<StoredMessage> story, @ForAll("automatic") Kind kind) {
    var notice =
        Stories.message(30).from(ADA).to(GRACE).kind(kind).says(Act.QUESTION, "Liked it?").built();

    assertThat(folded(with(story, notice))).isEqualTo(folded(story));
  }

  @Property(tries = 300)
  void a_program_that_asks_turns_only_what_we_wait_for(
      @ForAll("stories") List<StoredMessage> story, @ForAll("automatic") Kind kind) {
    var form =
        Stories.message(30).from(ADA).to(GRACE).kind(kind).says(Act.ASK, "Fill in this").built();
    var before = folded(story);

    if (!(before.move() instanceof Move.Theirs)) {
      assertThat(folded(with(story, form))).isEqualTo(before);
    }
  }

  @Property(tries = 300)
  void a_draft_never_changes_anything(@ForAll("stories") List<StoredMessage> story) {
    var draft =
        Stories.message(30)
            .from(GRACE)
            .to(ADA)
            .in(Set.of(FolderRole.DRAFTS))
            .says(Act.PROMISE, "I'll do it")
            .built();

    assertThat(folded(with(story, draft))).isEqualTo(folded(story));
  }

  @Property(tries = 300)
  void a_second_copy_never_changes_anything(@ForAll("stories") List<StoredMessage> story) {
    assertThat(folded(with(story, story.getLast()))).isEqualTo(folded(story));
  }

  @Property(tries = 300)
  void the_order_in_which_messages_come_does_not_matter(
      @ForAll("stories") List<StoredMessage> story, @ForAll long seed) {
    var shuffled = new ArrayList<>(story);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(folded(shuffled)).isEqualTo(folded(story));
  }

  @Provide
  Arbitrary<Kind> automatic() {
    return Arbitraries.of(Kind.AUTOMATIC_REPLY, Kind.DELAY, Kind.COMPLAINT, Kind.NEWSLETTER);
  }

  @Provide
  Arbitrary<List<StoredMessage>> stories() {
    Arbitrary<EmailAddress> writers = Arbitraries.of(ADA, GRACE, LINUS);
    var lines = Combinators.combine(writers, writers, Arbitraries.of(Act.class)).as(Line::new);
    return lines.list().ofMinSize(1).ofMaxSize(8).map(MoveRulesProperties::told);
  }

  private record Line(EmailAddress from, EmailAddress to, Act act) {}

  private static List<StoredMessage> told(List<Line> lines) {
    var story = new ArrayList<StoredMessage>();
    for (var line : lines) {
      story.add(
          Stories.message(story.size() + 1)
              .from(line.from())
              .to(line.to())
              .says(line.act(), "Words of an act: " + line.act())
              .built());
    }
    return story;
  }

  private static List<StoredMessage> with(List<StoredMessage> story, StoredMessage one) {
    var longer = new ArrayList<>(story);
    longer.add(one);
    return longer;
  }

  private static Folded folded(List<StoredMessage> story) {
    return Stories.fold(story.toArray(new StoredMessage[0]));
  }
}
