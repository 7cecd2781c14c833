package io.politely.today.web;

/**
 * A decision that a button makes.
 *
 * @param verdict what is decided: {@code settled}
 * @param word what the button says
 * @param icon its picture, or ""
 */
public record Act(String verdict, String word, String icon) {

  static final Act SETTLE = new Act("settled", "Settle", "settle");
  static final Act OURS = new Act("ours", "My move", "ours");
  static final Act BRING_BACK = new Act("ours", "Bring back now", "ours");
  static final Act THEIRS = new Act("theirs", "Their move", "theirs");
  static final Act NOT_MINE = new Act("not-mine", "Not mine", "nobodys");
  static final Act NOBODYS = new Act("not-mine", "Nobody’s", "nobodys");

  /** Whether it ends the matter: what the key {@code e} does. */
  public boolean settles() {
    return verdict.equals("settled");
  }
}
