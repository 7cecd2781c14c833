package io.politely.interviews;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;

/** Reads what was told in free words into answers, which the user confirms one by one. */
public interface ProposalReader {

  /**
   * What a text may answer.
   *
   * @param toldAt when it was told, in the zone of whoever told it
   * @param interviewDay the day that it tells of
   */
  List<Proposal> read(String text, ZonedDateTime toldAt, LocalDate interviewDay);

  /**
   * An answer that a text may give.
   *
   * @param question its key in the bank
   * @param words as the bank keeps them
   * @param quote the words of the text that it rests on, or ""
   */
  record Proposal(String question, String words, String quote) {}
}
