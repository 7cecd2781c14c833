package io.politely.ledger;

import io.politely.kernel.EmailAddress;
import io.politely.mail.Conversation;
import io.politely.mail.FolderRole;
import io.politely.mail.StoredMessage;
import io.politely.reading.Act;
import io.politely.reading.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as it looks from our seat: the messages that count, which of them are ours, and by
 * what names people call us and each other.
 */
final class Seat {

  private static final int SHORTEST_NAME = 3;

  private static final Comparator<StoredMessage> OLDEST_FIRST =
      Comparator.comparing(StoredMessage::sentAt).thenComparing(StoredMessage::contentHash);

  private static final Set<Kind> RETURNED =
      EnumSet.of(Kind.BOUNCE, Kind.SOFT_BOUNCE, Kind.CHALLENGE);

  private final Set<EmailAddress> own;
  private final List<StoredMessage> messages;
  private final List<StoredMessage> notices;
  private final List<StoredMessage> returned;
  private final Set<String> ourNames = new HashSet<>();
  private final Set<String> otherNames = new HashSet<>();

  Seat(Conversation conversation, Set<EmailAddress> ownAddresses) {
    own = ownAddresses;
    messages = counted(conversation.messages());
    notices =
        conversation.messages().stream()
            .filter(message -> message.reading().kind().isAutomaticAnswer())
            .sorted(OLDEST_FIRST)
            .toList();
    returned =
        conversation.messages().stream().filter(Seat::isReturned).sorted(OLDEST_FIRST).toList();
    own.forEach(address -> addNames(ourNames, address.local()));
    for (var message : messages) {
      addNames(isOurs(message) ? ourNames : otherNames, message.fromName());
      message.to().stream().filter(to -> !own.contains(to)).forEach(this::addOther);
      message.cc().stream().filter(cc -> !own.contains(cc)).forEach(this::addOther);
    }
    otherNames.removeAll(ourNames);
  }

  /** Oldest first; without drafts, copies and what no person wrote. */
  List<StoredMessage> messages() {
    return messages;
  }

  /** Automatic replies, oldest first: they turn no move, but may tell that somebody is away. */
  List<StoredMessage> notices() {
    return notices;
  }

  /**
   * What came back: delivery reports that say no, programs that want us to prove ourselves or to go
   * another way, and mailboxes that refer us to somebody else.
   */
  List<StoredMessage> returned() {
    return returned;
  }

  boolean isOurs(StoredMessage message) {
    return isOwn(message.from());
  }

  private boolean isOwn(@Nullable EmailAddress address) {
    return address != null && (own.contains(address) || own.contains(address.withoutTag()));
  }

  boolean isTo(StoredMessage message) {
    return message.to().stream().anyMatch(this::isOwn);
  }

  boolean isCc(StoredMessage message) {
    return message.cc().stream().anyMatch(this::isOwn);
  }

  /** To whom we wrote: the first recipient who is not us. */
  @Nullable EmailAddress partnerOf(StoredMessage message) {
    return message.to().stream().filter(to -> !isOwn(to)).findFirst().orElse(null);
  }

  /** Whether we wrote it to nobody but ourselves. */
  boolean isNote(StoredMessage message) {
    return message.to().stream().allMatch(this::isOwn)
        && message.cc().stream().allMatch(this::isOwn);
  }

  /** How many people a message addresses, us included. */
  int addressees(StoredMessage message) {
    return message.to().size();
  }

  boolean names(String word) {
    return ourNames.contains(word.toLowerCase(Locale.ROOT));
  }

  boolean namesSomebodyElse(String word) {
    return otherNames.contains(word.toLowerCase(Locale.ROOT));
  }

  /** A program that wants something done, or names whom to write to instead, passes nothing on. */
  private static boolean isReturned(StoredMessage message) {
    var kind = message.reading().kind();
    return RETURNED.contains(kind)
        || (kind == Kind.AUTOMATIC_REPLY
            && (TurnRules.strongest(message, Act.REFERRAL).isPresent()
                || TurnRules.strongest(message, Act.ASK).isPresent()));
  }

  private static List<StoredMessage> counted(List<StoredMessage> all) {
    var sorted = new ArrayList<>(all);
    sorted.sort(OLDEST_FIRST);
    var seen = new HashSet<List<Object>>();
    var counted = new ArrayList<StoredMessage>();
    for (var message : sorted) {
      if (countsAsWord(message) && seen.add(identity(message))) {
        counted.add(message);
      }
    }
    return List.copyOf(counted);
  }

  private static boolean countsAsWord(StoredMessage message) {
    boolean unsent =
        !message.folders().isEmpty()
            && message.folders().stream().allMatch(FolderRole.DRAFTS::equals);
    boolean unwanted =
        !message.folders().isEmpty()
            && message.folders().stream().allMatch(FolderRole.JUNK::equals);
    return !unsent && !unwanted && message.from() != null && message.reading().kind().isPersonal();
  }

  /** The copies of one message agree in this. */
  private static List<Object> identity(StoredMessage message) {
    var id = message.internetId();
    return id == null
        ? List.of(message.contentHash())
        : List.of(id, message.sender(), message.reading().newestText());
  }

  private void addOther(EmailAddress address) {
    addNames(otherNames, address.local());
  }

  private static void addNames(Set<String> names, String text) {
    int begin = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || !Character.isLetter(text.charAt(i))) {
        if (i - begin >= SHORTEST_NAME) {
          names.add(text.substring(begin, i).toLowerCase(Locale.ROOT));
        }
        begin = i + 1;
      }
    }
  }
}
