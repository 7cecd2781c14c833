package io.politely.ledger;

import java.util.List;

/**
 * How far the ledger agrees with what the user said about whose move it is.
 *
 * <p>Users mostly speak up where something is wrong, so that these are no shares of all
 * conversations.
 *
 * @param examples decisions that say whose move it is, the newest first
 * @param silent decisions in force that say nothing about it: settled and snoozed
 */
public record Agreement(List<Example> examples, int silent) {

  public Agreement {
    examples = List.copyOf(examples);
  }

  /** Of how many it is known what the ledger had said before the user did. */
  public int knownThen() {
    return (int) examples.stream().filter(one -> one.agreedThen().isPresent()).count();
  }

  /** How often it had said the same. */
  public int agreedThen() {
    return (int) examples.stream().filter(one -> one.agreedThen().orElse(false)).count();
  }

  /** How often the present rules say the same. */
  public int agreesNow() {
    return (int) examples.stream().filter(Example::agreesNow).count();
  }

  /** How often the present rules do not dare to say. */
  public int unsureNow() {
    return (int) examples.stream().filter(one -> one.now() instanceof Move.Unsure).count();
  }

  /** Where they differ, the newest first. */
  public List<Example> differing() {
    return examples.stream().filter(one -> !one.agreesNow()).toList();
  }
}
