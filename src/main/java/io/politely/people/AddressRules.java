package io.politely.people;

import io.politely.kernel.EmailAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What an address says by itself, and together with what messages showed of it. */
final class AddressRules {

  /** Words that no person has as a name: alone or as the first part they mean a desk. */
  private static final Set<String> DESKS =
      Set.of(
          ("abuse accounting accounts admin administration admissions advertising applicants"
               + " applications apply billing bookings candidates career careers clientservices"
               + " community contact contactus customercare customerservice customersupport cv"
               + " editor editorial enquiries enquiry feedback finance hello help helpdesk hiring"
               + " hostmaster hr humanresources info information inquiries inquiry internships"
               + " investors invoices jobs kontakt legal mail marketing media membership office"
               + " onboarding orders partners partnerships payments payroll personnel presse"
               + " privacy procurement purchasing reception recruiter recruiters recruiting"
               + " recruitment registrar relations reservations resume resumes returns sales"
               + " security service services shop staffing support talent talentacquisition team"
               + " tickets training webmaster")
              .split(" "));

  /** Words that mean a desk only when they are the whole local part: "dev.patel" is a person. */
  private static final Set<String> SHORT_DESKS =
      Set.of(
          ("all board committee dev events everyone hi ir it members ops people pr press"
                  + " root staff welcome")
              .split(" "));

  /** Words that mean a machine, alone or as the first or last part. */
  private static final Set<String> MACHINES =
      Set.of(
          ("alert alerts autoconfirm automailer automated automatic autoreply autoresponder bot"
                  + " bounce bounces calendarnotification confirmation confirmations cron daemon"
                  + " digest digests donotreply emailer jobalerts jobmessages mailer mailerdaemon"
                  + " mailers messages newsletter newsletters noreply notice notices notification"
                  + " notifications notifier notify nobody postmaster reminder reminders replyto"
                  + " unsubscribe update updates")
              .split(" "));

  /** Sub-domains that only machines send from. */
  private static final Set<String> MACHINE_DOMAINS =
      Set.of(
          "bounce",
          "bounces",
          "mailer",
          "news",
          "newsletter",
          "noreply",
          "notification",
          "notifications",
          "notify",
          "reply");

  private static final Pattern NO_REPLY =
      Pattern.compile(
          "(do[._-]*not|dont|no|never)[._-]*repl(y|ies)|mailer[._-]*daemon|undisclosed[._-]*recipients");

  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}]+");

  /** How many automatic messages for one written by hand still make a person. */
  private static final int AUTOMATIC_PER_PERSONAL = 4;

  private AddressRules() {}

  /** What is behind a mailbox, from its spelling and from everything that messages showed of it. */
  static AddressKind kind(EmailAddress mailbox, Shown shown) {
    if (shown.carriesList()) {
      return AddressKind.LIST;
    }
    if (!mailbox.takesMail()) {
      // Not its letters but we chose the address: a profile called "sales-sam" is a person.
      return AddressKind.PERSON;
    }
    if (isMachine(mailbox) || writesByMachine(shown)) {
      return AddressKind.AUTOMATIC;
    }
    return isDesk(mailbox) ? AddressKind.ROLE : AddressKind.PERSON;
  }

  /** Whether the address itself says that nobody reads an answer. */
  static boolean isMachine(EmailAddress mailbox) {
    var words = words(mailbox);
    return NO_REPLY.matcher(mailbox.local()).find()
        || MACHINES.contains(String.join("", words))
        || (!words.isEmpty()
            && (MACHINES.contains(words.getFirst()) || MACHINES.contains(words.getLast())))
        || isMachineDomain(mailbox.domain());
  }

  /** Whether the address itself names a desk. */
  static boolean isDesk(EmailAddress mailbox) {
    var words = words(mailbox);
    var whole = String.join("", words);
    return DESKS.contains(whole)
        || SHORT_DESKS.contains(whole)
        || (!words.isEmpty() && DESKS.contains(words.getFirst()));
  }

  /**
   * A mailing tool sometimes sends what somebody wrote, and reading errs; the proportion counts.
   */
  private static boolean writesByMachine(Shown shown) {
    return shown.wroteAutomatically() > shown.wrote() * AUTOMATIC_PER_PERSONAL;
  }

  private static boolean isMachineDomain(String domain) {
    int dot = domain.indexOf('.');
    // The registrable domain itself may be called so: "news.example" is a company.
    return dot > 0
        && domain.indexOf('.', dot + 1) > 0
        && MACHINE_DOMAINS.contains(domain.substring(0, dot));
  }

  private static List<String> words(EmailAddress mailbox) {
    return Arrays.stream(SEPARATORS.split(mailbox.local())).filter(w -> !w.isEmpty()).toList();
  }

  /** Everything that messages showed of a mailbox: sums and facts, whatever their order. */
  record Shown(long wrote, long wroteAutomatically, boolean carriesList) {

    static final Shown NOTHING = new Shown(0, 0, false);

    Shown plus(Shown more) {
      return new Shown(
          wrote + more.wrote,
          wroteAutomatically + more.wroteAutomatically,
          carriesList || more.carriesList);
    }
  }
}
