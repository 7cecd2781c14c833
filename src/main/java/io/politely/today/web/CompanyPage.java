package io.politely.today.web;

import java.util.List;

/** Everything on the page of a company: who is there, and what is written with them. */
public record CompanyPage(
    String name, String domain, PeoplePage people, List<PersonPage.Line> conversations) {

  public CompanyPage {
    conversations = List.copyOf(conversations);
  }
}
