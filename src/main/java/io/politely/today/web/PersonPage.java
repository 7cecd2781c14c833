package io.politely.today.web;

import io.politely.ledger.PromiseLine;
import io.politely.web.When;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything on the page of a person.
 *
 * @param stop why nobody writes to them any more, or ""
 * @param about what is behind them where that is no person, or ""
 * @param write where a letter to them is written, or "" where no address is known that takes mail
 * @param facts what is kept about them beside mail
 * @param persistence what there is to know before one writes to them again
 * @param moves their conversations where somebody owes the next step
 * @param promises in mail and beside it
 * @param others what else went between us, in mail and beside it, the newest first
 * @param log where a line about them is entered
 * @param merges what was merged into them
 * @param suggested who may be the same person
 * @param erased when they are erased, where somebody asked for it; else null
 */
public record PersonPage(
    String path,
    String name,
    String initials,
    String stop,
    String about,
    boolean isNamedByUser,
    List<Employer> companies,
    List<Address> addresses,
    String write,
    KnownFacts facts,
    Timeline timeline,
    Persistence persistence,
    List<Line> moves,
    List<PromiseLine> promises,
    List<Line> others,
    String log,
    List<Merged> merges,
    List<Twin> suggested,
    @Nullable When erased) {

  public PersonPage {
    companies = List.copyOf(companies);
    addresses = List.copyOf(addresses);
    moves = List.copyOf(moves);
    promises = List.copyOf(promises);
    others = List.copyOf(others);
    merges = List.copyOf(merges);
    suggested = List.copyOf(suggested);
  }

  /** Their id. */
  public String id() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Whether they have addresses, and mail came back from all that take any. */
  public boolean isOutOfReach() {
    return write.isEmpty() && addresses.stream().anyMatch(Address::hasBounced);
  }

  /** One of their addresses. {@code hasBounced}: nobody has it any more. */
  public record Address(String text, boolean hasBounced) {}

  /** A company they write from. */
  public record Employer(String name, String path) {}

  /**
   * A conversation, or something that was logged.
   *
   * @param look the suffix of its chip, or "" where it has none
   * @param detail why, or how many messages
   */
  public record Line(
      String path, String subject, String look, String word, String detail, When at) {}

  /** Somebody who is part of this person. {@code undo}: takes a {@code DELETE}. */
  public record Merged(String name, String undo, When at) {}

  /** Somebody who may be this person. */
  public record Twin(String id, String name, @Nullable String address, String reason) {}

  /** Where meetings with them were told of. */
  public String debriefs() {
    return "/debriefs?" + log.substring(log.indexOf("person="));
  }
}
