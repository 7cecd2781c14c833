package io.politely.pursuits.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.Visitor;
import io.politely.testing.Visitor.Shown;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class JobImportPagesTest {

  private static final String BOARD =
      """
      Company,Title,Status,URL,Notes
      Tidewell,Head of Sales,Interviewing,https://example.com/1,<b>Ask</b> for Dana
      "Example, Ltd",Clerk,"Blue, dark",https://example.com/2,
      """;

  @LocalServerPort private int port;
  @Autowired private Cast cast;

  private Visitor visitor;

  @BeforeEach
  void ada_signs_in() {
    visitor = Visitor.of(port).signedInBy(cast.link(cast.owner("Ada")));
  }

  @Test
  void a_board_is_looked_at_corrected_imported_and_taken_back() {
    assertThat(visitor.open("/pursuits").document().select("a[href=/pursuits/imports]")).hasSize(1);
    var file = chosen(visitor);
    assertThat(file.text())
        .contains("Nothing is kept yet. 2 jobs are new")
        .contains("Import 2 jobs");
    assertThat(selected(file, "stage")).containsExactly("found", "interview");
    assertThat(selected(file, "field"))
        .containsExactly("company", "title", "stage", "link", "notes");
    assertThat(visitor.open("/pursuits").text()).doesNotContain("Tidewell");

    var form = (FormElement) file.document().select("main form").getFirst();
    var blue = form.select("select[name=stage]").getFirst();
    blue.select("option").removeAttr("selected");
    blue.select("option[value=offer]").attr("selected", "selected");
    var begun = visitor.submit(form, Map.of("act", "import"));
    var done = visitor.open(begun.location());

    assertThat(done.text())
        .contains("Opened 2")
        .contains("Tidewell, Interview")
        .contains("Example, Ltd, Offer");
    var tidewell = visitor.open(done.document().select("a:contains(Head of Sales)").attr("href"));
    assertThat(tidewell.text()).contains("<b>Ask</b> for Dana");
    var again = chosen(visitor);
    assertThat(again.text())
        .contains("0 jobs are new, 0 say something else than before, 2 are known");
    assertThat(selected(again, "stage")).containsExactly("offer", "interview");

    visitor.submit(done, "form[action^=/pursuits/imports/]", Map.of());
    assertThat(visitor.open("/pursuits").text()).doesNotContain("Tidewell");
    assertThat(visitor.open("/pursuits/imports").text()).contains("Taken back");
  }

  @Test
  void a_header_that_does_not_tell_is_asked_about() {
    var path = upload(visitor, "What,Where\nClerk,Example Ltd\n").location();

    assertThat(visitor.open(path).text())
        .contains("Say which column is the title, or the company.");
    var refused = visitor.submit(visitor.open(path), "main form", Map.of("act", "import"));
    assertThat(refused.status()).isEqualTo(422);
  }

  @Test
  void what_cannot_be_read_is_said() {
    assertThat(upload(visitor, "").text()).contains("Choose a file");
    assertThat(upload(visitor, "[[[[").text()).contains("JSON");
    assertThat(upload(visitor, "Title,Company\n").text()).contains("no row below the header");
  }

  @Test
  void nobody_else_looks_at_a_file_or_an_import() {
    var file = chosen(visitor);
    var path = upload(visitor, BOARD).location();
    var done = visitor.submit(visitor.open(path), "main form", Map.of("act", "import")).location();
    var mallory = Visitor.of(port).signedInBy(cast.link(cast.owner("Mallory")));

    assertThat(mallory.open(path).status()).isEqualTo(303);
    assertThat(mallory.open(done).status()).isEqualTo(404);
    assertThat(mallory.open(done + "/events").status()).isEqualTo(404);
    var form = mallory.open("/pursuits/imports").document().select("form.panel").attr("action");
    var token = form.substring(form.indexOf('?'));
    assertThat(mallory.post(done + "/stops" + token, Map.of()).status()).isEqualTo(404);
    assertThat(mallory.post(done + token, Map.of("_method", "delete")).status()).isEqualTo(404);
    assertThat(mallory.post(path + token, Map.of("act", "import")).status()).isEqualTo(303);
    assertThat(mallory.open("/pursuits").text()).doesNotContain("Tidewell");
    assertThat(file.status()).isEqualTo(200);
  }

  private static Shown chosen(Visitor by) {
    return by.open(upload(by, BOARD).location());
  }

  private static Shown upload(Visitor by, String content) {
    return by.upload(by.open("/pursuits/imports"), "form.panel", "file", "board.csv", content);
  }

  private static List<String> selected(Shown page, String name) {
    return page.document()
        .select("select[name=%s] option[selected]".formatted(name))
        .eachAttr("value");
  }
}
