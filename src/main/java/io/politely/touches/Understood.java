package io.politely.touches;

import io.politely.touches.Touch.Way;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a line was understood, before anybody looked at it.
 *
 * @param ways what happened, in order; a note where nothing did
 * @param names who is named, in the words of the line, each once
 * @param at when it happened, by the clock of who noted it
 * @param promises what was promised in it
 * @param remarks what a reader should know about the reading, in sentences
 */
public record Understood(
    List<Way> ways,
    List<Name> names,
    LocalDateTime at,
    List<Promised> promises,
    List<String> remarks) {

  public Understood {
    ways = List.copyOf(ways);
    names = List.copyOf(names);
    promises = List.copyOf(promises);
    remarks = List.copyOf(remarks);
  }

  /**
   * Somebody who is named.
   *
   * @param words as the line names them: "Dana"
   * @param company where they work, if the line says so: "at Acme"; else ""
   */
  public record Name(String words, String company) {}

  /**
   * A promise.
   *
   * @param byUs whether we made it
   * @param by the name of who made it, where the sentence names them; else ""
   * @param what what was promised, in the words of the line
   * @param due the day that it names, or null
   */
  public record Promised(boolean byUs, String by, String what, @Nullable LocalDate due) {}
}
