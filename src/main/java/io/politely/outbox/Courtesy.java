package io.politely.outbox;

import io.politely.kernel.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Asked before a letter is planned, in the transaction that plans it: whether it would be polite.
 * See {@code docs/decisions/0015-cadence.md}; a module above this one answers.
 */
public interface Courtesy {

  /**
   * What speaks against a letter.
   *
   * @param sentence for the user
   * @param canBeOverridden whether a written reason lets it go all the same
   */
  record Objection(String sentence, boolean canBeOverridden) {}

  /**
   * What a writer sees beside a letter.
   *
   * @param objections what speaks against sending it when it is to leave
   * @param pressing how much presses on the first recipient now, 0 to 100
   * @param afterwards and after this letter
   * @param amber from here on a letter brings something
   * @param red from here on it is too much
   * @param parts what it is made of, sentences
   * @param remarks on its words: what, and what to write instead
   * @param known what is known of the first recipient, sentences
   */
  record Opinion(
      List<Objection> objections,
      int pressing,
      int afterwards,
      int amber,
      int red,
      List<String> parts,
      List<Remark> remarks,
      List<Known> known) {

    public Opinion {
      objections = List.copyOf(objections);
      parts = List.copyOf(parts);
      remarks = List.copyOf(remarks);
      known = List.copyOf(known);
    }
  }

  /**
   * A remark on the words of a letter.
   *
   * @param quote the words, or ""
   */
  record Remark(String sentence, String quote, boolean isGrave) {}

  /**
   * Something known about a recipient.
   *
   * @param path where it is from, or ""
   */
  record Known(String what, String says, String path) {}

  /**
   * What speaks against a letter that is about to be planned. Holds whoever else writes to the same
   * people until this transaction ends.
   */
  List<Objection> objections(WorkspaceId workspace, Approved mail);

  /** Notes that it was planned; {@code why}: the written reason, or "". */
  void planned(WorkspaceId workspace, OutgoingId id, Approved mail, String why);

  /** What a writer should know; empty where no recipient is a person. */
  Optional<Opinion> opinion(WorkspaceId workspace, DraftText text, Instant at);
}
