package io.politely.kernel;

import java.util.regex.Pattern;

/**
 * Cells that a spreadsheet would compute: {@code =HYPERLINK(…)}, {@code +1-555}, {@code @SUM(…)}.
 * An apostrophe before them makes them text, as OWASP recommends against CSV injection.
 */
public final class Formulas {

  private static final Pattern COMPUTED =
      Pattern.compile("(?s)\\s*[=+\\-@\uff1d\uff0b\uff0d\uff20].*");
  private static final Pattern DISARMED =
      Pattern.compile("(?s)'\\s*[=+\\-@\uff1d\uff0b\uff0d\uff20].*");

  private Formulas() {}

  /** The cell as it can be written into any table. */
  public static String disarm(String cell) {
    return COMPUTED.matcher(cell).matches() ? "'" + cell : cell;
  }

  /** What was meant, when such a table is read. */
  public static String meant(String cell) {
    return DISARMED.matcher(cell).matches() ? cell.substring(1) : cell;
  }
}
