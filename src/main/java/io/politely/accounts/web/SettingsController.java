package io.politely.accounts.web;

import io.politely.accounts.Accounts;
import io.politely.accounts.Member;
import io.politely.accounts.PasswordChange;
import io.politely.accounts.SessionCookie;
import io.politely.accounts.SignedIn;
import io.politely.accounts.web.SettingsPage.Problems;
import io.politely.kernel.EmailAddress;
import io.politely.web.Answer;
import io.politely.web.Frame;
import io.politely.web.Toast;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import politely.templates.Templates;

/** Who you are: name, zone, the mailboxes that are yours, password. */
@Controller
class SettingsController {

  private static final String HERE = "/settings";

  private final Accounts accounts;
  private final SessionCookie cookie;
  private final Templates templates;
  private final Clock clock;

  SettingsController(Accounts accounts, SessionCookie cookie, Templates templates, Clock clock) {
    this.accounts = accounts;
    this.cookie = cookie;
    this.templates = templates;
    this.clock = clock;
  }

  @GetMapping(HERE)
  Answer show(SignedIn me, Frame frame) {
    return Answer.page(templates.accountsSettings(frame, page(me, Problems.NONE)));
  }

  @PutMapping("/settings/profile")
  Answer changeProfile(
      SignedIn me, Frame frame, @RequestParam String name, @RequestParam String zone) {
    if (name.isBlank()) {
      return again(me, frame, Problems.withName("Enter the name that people know you by."));
    }
    if (!ZoneId.getAvailableZoneIds().contains(zone)) {
      return again(me, frame, Problems.withZone("Choose a time zone from the list."));
    }
    accounts.change(me.workspace(), me.member(), name.strip(), ZoneId.of(zone));
    return Answer.seeOther(HERE, Toast.saying("Saved."));
  }

  @PostMapping("/settings/mailboxes")
  Answer addMailbox(SignedIn me, Frame frame, @RequestParam String address) {
    var mailbox = EmailAddress.parse(address);
    if (mailbox.isEmpty()) {
      return again(me, frame, Problems.withMailbox("Enter a whole address, like ada@example.org."));
    }
    accounts.addOwnAddress(me.workspace(), mailbox.get(), clock.instant());
    return Answer.seeOther(
        HERE,
        Toast.undoable(
            mailbox.get() + " is yours: its messages are your moves.",
            "/settings/mailboxes/" + mailbox.get()));
  }

  @DeleteMapping("/settings/mailboxes/{address}")
  Answer removeMailbox(SignedIn me, @PathVariable String address) {
    EmailAddress.parse(address)
        .ifPresent(mailbox -> accounts.removeOwnAddress(me.workspace(), mailbox));
    return Answer.seeOther(HERE, Toast.saying(address + " is not yours any more."));
  }

  @PutMapping("/settings/password")
  Answer changePassword(
      SignedIn me,
      Frame frame,
      @RequestParam(defaultValue = "") String current,
      @RequestParam String wanted,
      HttpServletRequest request,
      HttpServletResponse response) {
    var change =
        accounts.changePassword(me.workspace(), me.member(), current, wanted, clock.instant());
    return switch (change) {
      case PasswordChange.Done done -> {
        cookie.keep(request, response, done.session());
        yield Answer.seeOther(
            HERE, Toast.saying("The new password holds. You are signed out everywhere else."));
      }
      case PasswordChange.Refused refused -> again(me, frame, problem(refused));
    };
  }

  private static Problems problem(PasswordChange.Refused refused) {
    return switch (refused.field()) {
      case CURRENT -> Problems.withCurrentPassword(refused.reason());
      case WANTED -> Problems.withNewPassword(refused.reason());
    };
  }

  private Answer again(SignedIn me, Frame frame, Problems problems) {
    return Answer.problem(templates.accountsSettings(frame, page(me, problems)));
  }

  private SettingsPage page(SignedIn me, Problems problems) {
    return SettingsPage.of(
        member(me),
        accounts.isOwner(me.workspace(), me.member()),
        accounts.ownAddresses(me.workspace()),
        problems);
  }

  private Member member(SignedIn me) {
    return accounts.members(me.workspace()).stream()
        .filter(member -> member.id().equals(me.member()))
        .findFirst()
        .orElseThrow();
  }
}
