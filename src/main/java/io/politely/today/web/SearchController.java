package io.politely.today.web;

import io.politely.accounts.SignedIn;
import io.politely.kernel.WorkspaceId;
import io.politely.ledger.Ledger;
import io.politely.mail.Mail;
import io.politely.mail.SearchHit;
import io.politely.mail.SearchQuery;
import io.politely.people.Names;
import io.politely.people.People;
import io.politely.today.web.SearchPage.Found;
import io.politely.web.Answer;
import io.politely.web.Frame;
import io.politely.web.Moments;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import politely.templates.Templates;

/** Finds messages by words, people, folder, time and move. */
@Controller
class SearchController {

  private static final int HITS = 50;
  private static final int MOST_HITS = 1_000;

  private final Mail mail;
  private final Ledger ledger;
  private final People people;
  private final Templates templates;
  private final Clock clock;

  SearchController(Mail mail, Ledger ledger, People people, Templates templates, Clock clock) {
    this.mail = mail;
    this.ledger = ledger;
    this.people = people;
    this.templates = templates;
    this.clock = clock;
  }

  /**
   * Shows what is found.
   *
   * @param q what to look for; see {@link SearchQuery}
   * @param show how many messages at most
   */
  @GetMapping("/search")
  Answer show(
      SignedIn me,
      Frame frame,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "" + HITS) int show) {
    var moments = new Moments(clock.instant(), me.zone());
    var query = SearchQuery.parse(q, me.zone());
    int limit = Math.clamp(show, 1, MOST_HITS);
    var hits = find(me.workspace(), query, moments.now(), limit + 1);
    var conversations = hits.stream().map(SearchHit::conversation).distinct().toList();
    var found =
        new Found(
            query,
            hits,
            limit,
            ledger.moves(me.workspace(), conversations),
            mail.searchBacklog(me.workspace()));
    var names = new Names(people.whoAre(me.workspace(), found.addresses()));
    return Answer.page(templates.todaySearch(frame, SearchPage.of(q, found, names, moments)));
  }

  private List<SearchHit> find(WorkspaceId workspace, SearchQuery query, Instant now, int limit) {
    if (query.isEmpty()) {
      return List.of();
    }
    var among =
        query.moves().isEmpty() ? null : ledger.conversationsWith(workspace, query.moves(), now);
    return mail.find(workspace, query, among, limit);
  }
}
