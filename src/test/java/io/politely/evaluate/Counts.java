package io.politely.evaluate;

/** How often something was found that was there, found but not there, and missed. */
public final class Counts {

  private int right;
  private int wrong;
  private int missed;

  /** Counts one case. */
  public void add(boolean there, boolean found) {
    right += there && found ? 1 : 0;
    wrong += !there && found ? 1 : 0;
    missed += there && !found ? 1 : 0;
  }

  public double precision() {
    return ratio(right, right + wrong);
  }

  public double recall() {
    return ratio(right, right + missed);
  }

  public double f1() {
    return ratio(2.0 * right, 2.0 * right + wrong + missed);
  }

  /** 0 where nothing was counted. */
  public static double ratio(double part, double whole) {
    return whole == 0 ? 0 : Math.round(part / whole * 10_000) / 10_000.0;
  }
}
