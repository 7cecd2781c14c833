package io.politely.testing;

import io.politely.kernel.Edge;
import java.util.TimeZone;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Begins and ends a test run, whatever runs it: Maven or an editor. */
@Edge
public final class TestRun implements LauncherSessionListener {

  /** +12:45 or +13:45: who forgets a time zone is off by a quarter of an hour too. */
  private static final String ODD_ZONE = "Pacific/Chatham";

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    TimeZone.setDefault(TimeZone.getTimeZone(ODD_ZONE));
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    TestDatabase.stopIfStarted();
  }
}
