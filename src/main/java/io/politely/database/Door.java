package io.politely.database;

import java.net.URI;

/**
 * How another process of the same user speaks to the application that holds a data directory.
 *
 * @param address where its pages are
 * @param key what proves that the caller may read the directory; another one at every start
 */
public record Door(URI address, String key) {

  @Override
  public String toString() {
    return address.toString(); // without the key
  }
}
