package io.politely.patience;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What is known before a workspace has letters of its own; how it was made is described in {@code
 * models/patience.md}.
 */
final class Priors {

  private static final Lessons LESSONS =
      read(ResourceBundle.getBundle("models.patience", Locale.ROOT));

  private Priors() {}

  static Lessons lessons() {
    return LESSONS;
  }

  private static Lessons read(ResourceBundle file) {
    return new Lessons(
        new Hazard(weights(file.getString("atSend"))),
        new Hazard(weights(file.getString("later"))),
        0,
        0);
  }

  private static double[] weights(String list) {
    return Arrays.stream(list.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }
}
