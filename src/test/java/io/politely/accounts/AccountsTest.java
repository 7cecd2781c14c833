package io.politely.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Served
class AccountsTest {

  static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  static final Duration QUARTER = Duration.ofMinutes(15);
  static final String PASSWORD = "tea at four, as always";

  @Autowired private Accounts accounts;
  @Autowired private PasswordSignIn passwords;
  @Autowired private Cast cast;

  @Test
  void a_new_workspace_has_its_owner_and_the_owners_address() {
    var ada = cast.owner("Ada Lovelace");

    assertThat(accounts.workspaces()).contains(ada.workspace());
    assertThat(accounts.members(ada.workspace()))
        .singleElement()
        .satisfies(member -> {
          assertThat(member.name()).isEqualTo("Ada Lovelace");
          assertThat(member.zone()).isEqualTo(Cast.CHATHAM);
          assertThat(member.hasPassword()).isFalse();
        });
    assertThat(accounts.ownAddresses(ada.workspace())).containsExactly(ada.address());
  }

  @Test
  void own_addresses_are_replaced_as_a_whole() {
    var ada = cast.owner("Ada");
    var work = new EmailAddress("ada@example.com");

    accounts.replaceOwnAddresses(ada.workspace(), Set.of(work), MONDAY);
    assertThat(accounts.ownAddresses(ada.workspace())).containsExactly(work);

    assertThat(accounts.addOwnAddress(ada.workspace(), work, MONDAY)).isFalse();
    assertThat(accounts.removeOwnAddress(ada.workspace(), work)).isTrue();
    assertThat(accounts.ownAddresses(ada.workspace())).isEmpty();
  }

  @Test
  void a_link_signs_in_once() {
    var ada = cast.owner("Ada");
    var link = accounts.issueSignInLink(ada.workspace(), ada.member(), QUARTER, MONDAY);

    var first = accounts.signInByLink(ada.workspace(), link, MONDAY);
    var second = accounts.signInByLink(ada.workspace(), link, MONDAY);

    assertThat(first).isInstanceOf(SignIn.Done.class);
    assertThat(second).isEqualTo(new SignIn.Refused(LinkRules.USED));
    assertThat(accounts.session(ada.workspace(), session(first), MONDAY))
        .get()
        .extracting(SignedIn::member)
        .isEqualTo(ada.member());
  }

  @Test
  void a_link_expires() {
    var ada = cast.owner("Ada");
    var link = accounts.issueSignInLink(ada.workspace(), ada.member(), QUARTER, MONDAY);

    assertThat(accounts.signInByLink(ada.workspace(), link, MONDAY.plus(QUARTER)))
        .isInstanceOfSatisfying(
            SignIn.Refused.class, refused -> assertThat(refused.reason()).contains("expired"));
  }

  @Test
  void a_link_opens_no_other_workspace() {
    var ada = cast.owner("Ada");
    var grace = cast.owner("Grace");
    var link = accounts.issueSignInLink(ada.workspace(), ada.member(), QUARTER, MONDAY);
    var moved = new Token(grace.workspace(), link.secret());

    assertThat(accounts.signInByLink(grace.workspace(), moved, MONDAY))
        .isInstanceOfSatisfying(
            SignIn.Refused.class, refused -> assertThat(refused.reason()).contains("not known"));
  }

  @Test
  void a_session_opens_no_other_workspace() {
    var ada = cast.owner("Ada");
    var grace = cast.owner("Grace");
    var session = signIn(ada);
    var moved = new Token(grace.workspace(), session.secret());

    assertThat(accounts.session(grace.workspace(), moved, MONDAY)).isEmpty();
    assertThat(accounts.session(ada.workspace(), session, MONDAY)).isPresent();
  }

  @Test
  void who_signed_out_is_out() {
    var ada = cast.owner("Ada");
    var session = signIn(ada);

    accounts.signOut(ada.workspace(), session);

    assertThat(accounts.session(ada.workspace(), session, MONDAY)).isEmpty();
  }

  @Test
  void a_session_in_use_outlives_two_weeks() {
    var ada = cast.owner("Ada");
    var session = signIn(ada);
    var afterTenDays = MONDAY.plus(Duration.ofDays(10));
    var afterTwentyDays = MONDAY.plus(Duration.ofDays(20));

    assertThat(accounts.session(ada.workspace(), session, afterTenDays)).isPresent();
    assertThat(accounts.session(ada.workspace(), session, afterTwentyDays)).isPresent();
    assertThat(
            accounts.session(ada.workspace(), session, afterTwentyDays.plus(Duration.ofDays(14))))
        .isEmpty();
  }

  @Test
  void a_password_signs_in_and_ends_all_other_sessions_when_it_is_new() {
    var ada = cast.owner("Ada");
    var before = signIn(ada);

    var change = accounts.changePassword(ada.workspace(), ada.member(), "", PASSWORD, MONDAY);

    assertThat(change).isInstanceOf(PasswordChange.Done.class);
    assertThat(accounts.session(ada.workspace(), before, MONDAY)).isEmpty();
    assertThat(passwords.signIn(ada.address().value(), PASSWORD, "192.0.2.1", MONDAY))
        .isInstanceOf(SignIn.Done.class);
  }

  @Test
  void a_wrong_password_and_an_unknown_address_are_refused_with_the_same_words() {
    var ada = cast.owner("Ada");
    accounts.changePassword(ada.workspace(), ada.member(), "", PASSWORD, MONDAY);

    var wrong = passwords.signIn(ada.address().value(), "tea at five", "192.0.2.2", MONDAY);
    var unknown = passwords.signIn("nobody@example.net", PASSWORD, "192.0.2.2", MONDAY);

    assertThat(wrong).isInstanceOf(SignIn.Refused.class).isEqualTo(unknown);
  }

  @Test
  void without_a_password_no_password_signs_in() {
    var ada = cast.owner("Ada");

    assertThat(
            passwords.signIn(
                ada.address().value(), "a password that nobody has", "192.0.2.3", MONDAY))
        .isInstanceOf(SignIn.Refused.class);
  }

  @Test
  void a_new_password_needs_the_present_one() {
    var ada = cast.owner("Ada");
    accounts.changePassword(ada.workspace(), ada.member(), "", PASSWORD, MONDAY);

    assertThat(
            accounts.changePassword(
                ada.workspace(), ada.member(), "wrong", "tea at five, for once", MONDAY))
        .isInstanceOfSatisfying(
            PasswordChange.Refused.class,
            refused -> assertThat(refused.field()).isEqualTo(PasswordChange.Field.CURRENT));
  }

  private Token signIn(Cast.Owner owner) {
    var link = accounts.issueSignInLink(owner.workspace(), owner.member(), QUARTER, MONDAY);
    return session(accounts.signInByLink(owner.workspace(), link, MONDAY));
  }

  private static Token session(SignIn outcome) {
    return switch (outcome) {
      case SignIn.Done(Token session) -> session;
      case SignIn.Refused(String reason) -> throw new AssertionError(reason);
    };
  }
}
