package io.politely.calendar;

/** Who asks a server; an empty name where anybody may. */
public record ServerLogin(String name, String password) {

  /** Without the password: this may stand in a log. */
  @Override
  public String toString() {
    return name;
  }
}
