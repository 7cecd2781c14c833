package io.politely.mailboxes;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.mail.FolderRole;
import io.politely.mailboxes.SyncRules.Sized;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SyncRulesTest {

  @Test
  void what_is_missing_comes_newest_first_and_what_is_gone_is_told() {
    var difference = SyncRules.compare(new long[] {1, 2, 5}, new long[] {2, 3, 5, 9});

    assertThat(difference.missing()).containsExactly(9, 3);
    assertThat(difference.vanished()).containsExactly(1);
  }

  @Test
  void a_batch_ends_where_it_weighs_enough_but_never_before_the_first() {
    var batches =
        SyncRules.batches(
            List.of(new Sized(9, 50), new Sized(8, 10), new Sized(7, 10), new Sized(6, 25)), 30);

    assertThat(batches)
        .extracting(batch -> batch.stream().map(Sized::uid).toList())
        .containsExactly(List.of(9L), List.of(8L, 7L), List.of(6L));
  }

  @Test
  void the_digest_is_of_the_set_and_of_what_its_numbers_mean() {
    assertThat(SyncRules.digest(7, 1, 2, 3)).isEqualTo(SyncRules.digest(7, 1, 2, 3));
    assertThat(SyncRules.digest(7, 1, 2, 3))
        .isNotEqualTo(SyncRules.digest(8, 1, 2, 3))
        .isNotEqualTo(SyncRules.digest(7, 1, 23))
        .isNotEqualTo(SyncRules.digest(7, 12, 3))
        .isNotEqualTo(SyncRules.digest(7));
  }

  @Test
  void numbers_begin_anew_with_another_validity_or_when_the_next_one_goes_back() {
    var before = new FolderMark(7, 100, 5, 0);

    assertThat(new FolderMark(8, 100, 5, 0).beginsAnewAfter(before)).isTrue();
    assertThat(new FolderMark(7, 99, 5, 0).beginsAnewAfter(before)).isTrue();
    assertThat(new FolderMark(7, 101, 6, 0).beginsAnewAfter(before)).isFalse();
    assertThat(new FolderMark(7, 0, 6, 0).beginsAnewAfter(before)).isFalse();
  }

  @Test
  void the_same_messages_need_the_same_count_and_next_number() {
    var before = new FolderMark(7, 100, 5, 40);

    assertThat(new FolderMark(7, 100, 5, 41).hasTheSameMessagesAs(before)).isTrue();
    assertThat(new FolderMark(7, 100, 5, 41).isUntouchedSince(before)).isFalse();
    assertThat(new FolderMark(7, 100, 4, 40).hasTheSameMessagesAs(before)).isFalse();
    assertThat(new FolderMark(7, 101, 5, 40).hasTheSameMessagesAs(before)).isFalse();
    assertThat(new FolderMark(7, 0, 5, 0).hasTheSameMessagesAs(new FolderMark(7, 0, 5, 0)))
        .isFalse();
  }

  @Test
  void what_came_and_what_went_make_the_folder_as_it_is_now() {
    var changes =
        new FolderChanges(new FolderMark(7, 13, 4, 44), List.of("2,5:6", "11"), List.of(10L, 12L));

    assertThat(changes.appliedTo(2, 4, 6, 9)).hasValue(new long[] {4, 9, 10, 12});
    assertThat(changes.appliedTo(2, 4, 6, 9, 10, 11)).hasValue(new long[] {4, 9, 10, 12});
  }

  @Test
  void changes_that_do_not_add_up_are_not_believed() {
    var now = new FolderMark(7, 11, 2, 44);

    assertThat(new FolderChanges(now, List.of("4"), List.of(10L)).appliedTo(4, 9)).isPresent();
    assertThat(new FolderChanges(now, List.of(), List.of(10L)).appliedTo(4, 9)).isEmpty();
    assertThat(new FolderChanges(now, List.of("4"), List.of()).appliedTo(4, 9)).isEmpty();
    assertThat(new FolderChanges(now, List.of("x"), List.of(10L)).appliedTo(4, 9)).isEmpty();
  }

  @Test
  void a_set_is_taken_away_however_large_it_is() {
    assertThat(UidSet.without("1:3,2:8,4000000000:12", 1, 9, 11, 12, 70, 4_100_000_000L))
        .hasValue(new long[] {9, 11, 4_100_000_000L});
    assertThat(UidSet.without("1:4,5,6:*", 1, 2)).isEmpty();
  }

  @Test
  void sets_of_numbers_are_written_short_and_read_with_care() {
    assertThat(UidSet.write(4, 3, 1, 9)).isEqualTo("1,3:4,9");
    assertThat(UidSet.read("1,3:4,9", 10).orElseThrow()).containsExactly(1, 3, 4, 9);
    assertThat(UidSet.read("9:7", 10).orElseThrow()).containsExactly(7, 8, 9);
    for (var nonsense : List.of("", "0", "1:", "a", "1,,2", "99999999999", "-1", "1:4294967295")) {
      assertThat(UidSet.read(nonsense, 1_000)).as(nonsense).isEmpty();
    }
  }

  @Test
  void where_labels_are_told_each_message_is_read_once_and_told_by_its_labels() {
    var inbox = folder("INBOX");
    var all = folder("[Gmail]/Alle", "\\All");
    var sent = folder("[Gmail]/Gesendet", "\\Sent");
    var spam = folder("[Gmail]/Spam", "\\Junk");
    var parent = folder("[Gmail]", "\\Noselect");

    assertThat(RemoteFolder.toRead(List.of(parent, all, inbox, sent, spam), true))
        .containsExactlyInAnyOrder(all, spam);
    assertThat(RemoteFolder.toRead(List.of(parent, all, inbox, sent, spam), false))
        .containsExactly(inbox, sent, spam);
    assertThat(RemoteFolder.roleOf(Set.of("\\Draft", "\\Important"))).isEqualTo(FolderRole.DRAFTS);
    assertThat(RemoteFolder.roleOf(Set.of("\\Sent", "\\Inbox"))).isEqualTo(FolderRole.SENT);
    assertThat(RemoteFolder.roleOf(Set.of("Plans"))).isEqualTo(FolderRole.OTHER);
  }

  @Test
  void a_folder_is_told_by_its_use_else_by_its_name() {
    assertThat(folder("Kopien", "\\Sent").role()).isEqualTo(FolderRole.SENT);
    assertThat(folder("INBOX/Sent").role()).isEqualTo(FolderRole.SENT);
    assertThat(folder("Entwürfe").role()).isEqualTo(FolderRole.DRAFTS);
    assertThat(folder("Archive/Inbox").role()).isEqualTo(FolderRole.OTHER);
  }

  private static RemoteFolder folder(String name, String... flags) {
    return RemoteFolder.of(name, name, '/', List.of(flags));
  }
}
