package io.politely.contacts;

import java.util.List;

/** Takes the rows below a header, one after the other. */
interface TableRows {

  /** The cells of the next row; there may be fewer or more than the header has. */
  void add(List<String> cells);
}
