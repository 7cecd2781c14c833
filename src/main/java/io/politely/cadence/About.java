package io.politely.cadence;

/** What is known of somebody for plans; "" where it is not. */
record About(String hours, String zone, String rank) {

  static final About NOTHING = new About("", "", "");
}
