package io.politely.touches;

import io.politely.mail.ConversationId;
import io.politely.people.PersonId;
import io.politely.pursuits.PursuitId;
import io.politely.touches.Touch.Way;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be logged.
 *
 * @param ways one at least
 * @param persons with whom, each with the words of the line that name them, or ""; one at least
 * @param answers the conversations that it answers, as the user says
 * @param about the pursuit that it was about, or null
 */
public record NewTouch(
    List<Way> ways,
    Instant at,
    String words,
    Map<PersonId, String> persons,
    List<NewPromise> promises,
    List<ConversationId> answers,
    @Nullable PursuitId about) {

  public NewTouch {
    ways = List.copyOf(ways);
    persons = Collections.unmodifiableMap(new LinkedHashMap<>(persons));
    promises = List.copyOf(promises);
    answers = List.copyOf(answers);
    words = words.strip();
    if (ways.isEmpty() || persons.isEmpty()) {
      throw new IllegalArgumentException("A touch has a way and a person");
    }
  }

  /**
   * A promise in it.
   *
   * @param person to whom it is made, or who made it
   */
  public record NewPromise(boolean byUs, PersonId person, String words, Instant due) {

    public NewPromise {
      words = words.strip();
    }
  }
}
