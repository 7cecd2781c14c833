package io.politely.patience;

/**
 * On how much a chance rests.
 *
 * @param letters of this workspace, with their readers, from which was learned
 * @param toThem letters of ours to this person that are old enough to count
 * @param answered of these, those that they answered
 */
public record Basis(long letters, int toThem, int answered) {

  private static final long FEW = 100;
  private static final long MANY = 2_000;
  private static final int ENOUGH_TO_THEM = 5;

  /** How sure it is. */
  public enum Sureness {
    /** It is what is usual elsewhere. */
    USUAL,
    /** It is learned here, from others or from few letters. */
    FAIR,
    /** It is learned here, and from letters to them. */
    GOOD
  }

  /** How sure it is. */
  public Sureness sureness() {
    if (letters < FEW) {
      return Sureness.USUAL;
    }
    return letters >= MANY && toThem >= ENOUGH_TO_THEM ? Sureness.GOOD : Sureness.FAIR;
  }

  /** As a sentence. */
  public String sentence() {
    if (sureness() == Sureness.USUAL) {
      return letters == 0
          ? "From what is usual elsewhere: nothing was learned from your letters yet."
          : "From what is usual elsewhere, and a little from %s of yours."
              .formatted(counted(letters));
    }
    var learned = "Learned from %s of yours".formatted(counted(letters));
    return switch (toThem) {
      case 0 -> learned + ", none of them to this person.";
      case 1 ->
          learned
              + ", one of them to this person, who %s."
                  .formatted(answered == 0 ? "did not answer" : "answered");
      default ->
          learned
              + ", %,d of them to this person, who answered %s."
                  .formatted(
                      toThem,
                      answered == 0
                          ? "none"
                          : answered == toThem ? "all" : "%,d".formatted(answered));
    };
  }

  private static String counted(long letters) {
    return letters == 1 ? "one letter" : "%,d letters".formatted(letters);
  }
}
