package io.politely.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.politely.contacts.ContactFile.OfPeople;
import io.politely.contacts.ContactImport;
import io.politely.contacts.ContactImporter;
import io.politely.contacts.Contacts;
import io.politely.contacts.OwnField;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class ContactsScreensTest {

  private static final Instant MONDAY = Instant.parse("2026-06-01T09:00:00Z");
  private static final String PEOPLE =
      """
      Name,Email,Company,Job title,Phone,URL,Tags,Notes,Shoe size
      Grace Hopper,grace@example.com,Example Navy,Rear Admiral,+1 555 0100,https://www.linkedin.com/in/grace-hopper-of-the-example-navy,"speaker,navy","Met at the conference in Kyiv. Likes short letters.",38
      Grace Hopper,,Example Yale,Teacher,,https://www.linkedin.com/in/grace-h,,,
      Alan Turing,alan@example.net,Example Park,Reader,,,,,42
      """;
  private static final String STRANGE = "Wer,Wo,Seit wann\nDana Scott,Example Ltd,2024\n";

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private Contacts contacts;
  @Autowired private ContactImporter importer;

  private Cast.Owner ada;
  private Screens screens;

  @BeforeEach
  void ada_signs_in() {
    ada = cast.owner("Ada Lovelace");
    screens = Screens.signedInBy(cast.link(ada), port);
  }

  @Test
  void before_the_first_import() {
    screens.check("/people/imports", "contacts-empty");
  }

  @Test
  void imports_and_what_became_of_one() {
    var done = imported();

    screens.check("/people/imports", "contacts-imports");
    screens.check("/people/imports/" + done.id(), "contacts-import");
  }

  @Test
  void a_person_with_facts() {
    var grace = contacts.people(ada.workspace(), imported().id(), 10).get(1);

    screens.check("/people/" + grace, "person-facts", page -> page.getByText("Add a role").click());
  }

  @Test
  void fields_of_ones_own() {
    contacts.addField(ada.workspace(), "Shoe size", OwnField.Type.NUMBER);
    contacts.addField(ada.workspace(), "Vegetarian", OwnField.Type.YES_NO);

    screens.check("/people/fields", "contacts-fields");
  }

  @Test
  void a_strange_table_is_asked_about_and_read_then() {
    screens.check("/people/imports", "contacts-asked", ContactsScreensTest::chooseStrange);
    screens.visitWithoutScripts(
        "/people/imports",
        page -> {
          chooseStrange(page);
          page.getByLabel("Wer").selectOption("name");
          page.getByLabel("Wo").selectOption("company");
          chooseStrange(page);
          assertThat(page.locator("h1")).hasText("leute.csv");
          assertThat(page.locator("main")).containsText("Columns that were left out: Seit wann.");
          page.getByText("Dana Scott").click();
          assertThat(page.locator("#roles")).containsText("Example Ltd");
        });
  }

  private static void chooseStrange(Page page) {
    page.getByLabel("Choose a file")
        .setInputFiles(new FilePayload("leute.csv", "text/csv", STRANGE.getBytes(UTF_8)));
    page.locator("main form.panel button").click();
  }

  private ContactImport imported() {
    var file = (OfPeople) contacts.read(ada.workspace(), PEOPLE.getBytes(UTF_8));
    return importer.run(ada.workspace(), "people.csv", file, ada.member(), MONDAY, _ -> {});
  }
}
