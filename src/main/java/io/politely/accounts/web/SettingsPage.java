package io.politely.accounts.web;

import io.politely.accounts.Member;
import io.politely.kernel.EmailAddress;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;

/**
 * Everything on the settings page.
 *
 * @param isOwner whether the whole workspace is theirs to take along
 * @param mailboxes the addresses that are the member's own, in alphabetical order
 * @param zones every zone to choose from
 * @param problems what is wrong with what was entered
 */
public record SettingsPage(
    String name,
    String address,
    String zone,
    boolean hasPassword,
    boolean isOwner,
    List<String> mailboxes,
    List<String> zones,
    Problems problems) {

  public SettingsPage {
    mailboxes = List.copyOf(mailboxes);
    zones = List.copyOf(zones);
  }

  static SettingsPage of(
      Member member, boolean isOwner, Collection<EmailAddress> own, Problems problems) {
    return new SettingsPage(
        member.name(),
        member.address().value(),
        member.zone().getId(),
        member.hasPassword(),
        isOwner,
        own.stream().map(EmailAddress::value).sorted().toList(),
        zones(member.zone()),
        problems);
  }

  /** Zones by their places; the abbreviations that Java knows too mean several places each. */
  private static List<String> zones(ZoneId present) {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(id -> id.equals(present.getId()) || id.equals("UTC") || isPlace(id))
        .sorted()
        .toList();
  }

  private static boolean isPlace(String id) {
    return id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/");
  }

  /** One sentence for each field that does not fit, or "". */
  public record Problems(
      String name, String zone, String mailbox, String currentPassword, String newPassword) {

    static final Problems NONE = new Problems("", "", "", "", "");

    static Problems withName(String sentence) {
      return new Problems(sentence, "", "", "", "");
    }

    static Problems withZone(String sentence) {
      return new Problems("", sentence, "", "", "");
    }

    static Problems withMailbox(String sentence) {
      return new Problems("", "", sentence, "", "");
    }

    static Problems withCurrentPassword(String sentence) {
      return new Problems("", "", "", sentence, "");
    }

    static Problems withNewPassword(String sentence) {
      return new Problems("", "", "", "", sentence);
    }
  }
}
