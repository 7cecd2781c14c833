package io.politely.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class JobImportScreensTest {

  private static final String BOARD =
      """
      Company,Job Title,Status,Job URL,Date Applied,Salary,Shoe size,Notes
      Tidewell,Head of Sales,Interviewing,https://example.com/jobs/head-of-sales-in-a-place-with-a-long-name,2026-03-05,"90,000",38,Ask for Dana
      Example Ltd,Clerk,Rejected,https://example.com/2,2026-02-01,,,
      "A company with a rather long name, Ltd",Executive Assistant to the Chief of Staff,Wishlist,https://example.com/3,,,,
      Example Park,Reader,Blue,https://example.com/4,2026-04-01,,,
      """;

  @LocalServerPort private int port;
  @Autowired private Cast cast;

  private Screens screens;

  @BeforeEach
  void ada_signs_in() {
    screens = Screens.signedInBy(cast.link(cast.owner("Ada Lovelace")), port);
  }

  @Test
  void before_the_first_import() {
    screens.check("/pursuits/imports", "jobs-empty");
  }

  @Test
  void a_file_is_looked_at() {
    screens.check("/pursuits/imports", "jobs-file", JobImportScreensTest::choose);
  }

  @Test
  void a_board_is_corrected_imported_and_taken_back_without_scripts() {
    screens.visitWithoutScripts(
        "/pursuits/imports",
        page -> {
          choose(page);
          page.getByLabel("Blue").selectOption("applied");
          page.getByText("Import 4 jobs").click();
          assertThat(page.locator("[data-field=added]")).hasText("4");
          assertThat(page.locator("main")).containsText("Example Park, Applied");
          assertThat(page.locator("main")).containsText("Example Ltd, Closed");
        });
    screens.check("/pursuits/imports", "jobs-import", page -> page.getByText("board.csv").click());
    screens.visitWithoutScripts(
        "/pursuits/imports",
        page -> {
          page.getByText("board.csv").click();
          page.getByText("Take the whole import back").click();
          assertThat(page.locator("main")).containsText("Taken back");
        });
  }

  private static void choose(Page page) {
    page.getByLabel("Choose a file")
        .setInputFiles(new FilePayload("board.csv", "text/csv", BOARD.getBytes(UTF_8)));
    page.getByText("Look at it").click();
    assertThat(page.locator("h1")).hasText("board.csv");
  }
}
