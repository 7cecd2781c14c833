package io.politely.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the ledger's policy from its dated, sourced file. */
@Component
class PolicyFile {

  private static final String NAME = "/policy/debts.json";

  private final JsonNode file = read();

  /** The policy for an owner whose working days lie in this zone. */
  Policy in(ZoneId zone) {
    return new Policy(
        days("answer"),
        days("introduction"),
        days("promise"),
        days("firstNudge"),
        days("farAway"),
        file.required("confidence").required("enough").asDouble(),
        file.required("confidence").required("doubt").asDouble(),
        zone);
  }

  private int days(String number) {
    return file.required("numbers").required(number).required("value").asInt();
  }

  private static JsonNode read() {
    try (var in = PolicyFile.class.getResourceAsStream(NAME)) {
      if (in == null) {
        throw new IllegalStateException("The program lacks its file " + NAME);
      }
      return JsonMapper.shared().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
