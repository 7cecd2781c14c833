package io.politely.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.politely.reading.Signal;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Signals as the message store keeps them: a JSON array of objects, readable in psql. */
@Component
class SignalsJson {

  private static final String NONE = "[]";

  private final JsonMapper json;

  SignalsJson(JsonMapper json) {
    this.json =
        json.rebuild()
            .changeDefaultPropertyInclusion(
                inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();
  }

  String write(List<Signal> signals) {
    return signals.isEmpty() ? NONE : json.writeValueAsString(signals);
  }

  List<Signal> read(String text) {
    return text.equals(NONE) ? List.of() : json.readValue(text, new TypeReference<>() {});
  }
}
