package io.politely.contacts;

import io.politely.contacts.SeniorityRules.Line;
import io.politely.contacts.ZoneRules.Country;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what titles, phones and addresses tell, from dated, sourced files. */
@Component
class ContactPolicyFiles {

  private final SeniorityRules seniority = seniority(read("/policy/seniority.json"));
  private final ZoneRules zones = zones(read("/policy/places.json"));

  SeniorityRules seniority() {
    return seniority;
  }

  ZoneRules zones() {
    return zones;
  }

  private static SeniorityRules seniority(JsonNode file) {
    var lines = new ArrayList<Line>();
    for (var rule : file.required("rules")) {
      var phrases = new ArrayList<String>();
      rule.required("phrases").forEach(phrase -> phrases.add(phrase.asString()));
      lines.add(Line.of(rule.required("level").asString(), phrases));
    }
    var levels = new HashMap<String, String>();
    file.required("levels")
        .properties()
        .forEach(level -> levels.put(level.getKey(), level.getValue().asString()));
    return new SeniorityRules(lines, levels);
  }

  private static ZoneRules zones(JsonNode file) {
    var countries = new ArrayList<Country>();
    for (var country : file.required("countries")) {
      countries.add(
          new Country(
              country.required(0).asString(),
              country.required(1).asString(),
              ZoneId.of(country.required(2).asString())));
    }
    return new ZoneRules(countries);
  }

  private static JsonNode read(String name) {
    try (var in = ContactPolicyFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The program lacks its file " + name);
      }
      return JsonMapper.shared().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
