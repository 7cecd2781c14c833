package io.politely.web;

/**
 * A screen of the rail. The module that owns it contributes it as a bean, so that the frame knows
 * no feature.
 *
 * @param place where in the rail, ascending; from 90 on at its foot
 * @param name the word in the rail
 * @param path where it is; everything below it belongs to it
 * @param icon its symbol in {@code static/icons/sprite.svg}
 * @param key with {@code g} before it, goes there
 * @param about what one finds there, for the command palette
 * @param note where something is noted that belongs there: the key {@code n} goes there from every
 *     page; or ""
 */
public record Screen(
    int place, String name, String path, String icon, char key, String about, String note)
    implements Comparable<Screen> {

  /** A screen to which nothing is noted. */
  public Screen(int place, String name, String path, String icon, char key, String about) {
    this(place, name, path, icon, key, about, "");
  }

  /** Whether the page at {@code current} is this screen or lies below it. */
  public boolean holds(String current) {
    return path.equals("/")
        ? current.equals("/")
        : current.equals(path) || current.startsWith(path + "/");
  }

  /** Whether it belongs to the end of the rail: settings, not work. */
  public boolean atFoot() {
    return place >= 90;
  }

  @Override
  public int compareTo(Screen other) {
    return Integer.compare(place, other.place);
  }
}
