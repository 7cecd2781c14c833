package io.politely.today.web;

import io.politely.interviews.DebriefSheet;
import io.politely.web.Moments;
import io.politely.web.When;

/**
 * A meeting that ended and was not told of yet.
 *
 * @param about the pursuit, or ""
 */
public record DebriefRow(String called, String path, String about, boolean isBegun, When ended) {

  static DebriefRow of(DebriefSheet sheet, Moments moments) {
    return new DebriefRow(
        sheet.called(),
        "/meetings/" + sheet.debrief().meeting() + "/debrief",
        sheet.pursuit(),
        !sheet.debrief().answers().isEmpty(),
        When.of(sheet.debrief().endedAt(), moments.now(), moments.zone()));
  }
}
