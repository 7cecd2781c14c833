package io.politely.wording;

/** What a letter brings its reader that they did not have, from nothing to what they wished for. */
public enum ValueKind {
  NONE("nothing new"),
  /** Something true, new and of use to them; a real deadline is one, an invented one is not. */
  FACT("a new fact"),
  /** A document, plan or data that they can use as it is. */
  ARTEFACT("something they can use"),
  /** What they asked for, or what we owe them. */
  REQUESTED("what they asked for"),
  /** Somebody to meet. */
  INTRO("an introduction");

  private final String said;

  ValueKind(String said) {
    this.said = said;
  }

  /** As a reader is told. */
  public String said() {
    return said;
  }
}
