package io.politely.wording;

import io.politely.wording.RewriteAnswer.Unusable;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks the language of chat endpoints that follow OpenAI's: what is sent, and what came back. It
 * opens no connection.
 */
@Component
public class Rewrites {

  /** More is not read: a letter is short. */
  private static final int LONGEST_ANSWER = 200_000;

  /**
   * The body of the call.
   *
   * @param model as the endpoint names it
   */
  public String json(String model, RewriteRequest request) {
    return JsonMapper.shared()
        .writeValueAsString(
            Map.of(
                "model",
                model,
                "temperature",
                0,
                "messages",
                List.of(
                    Map.of("role", "system", "content", request.instructions()),
                    Map.of("role", "user", "content", request.letter()))));
  }

  /** What the body of the answer says. */
  public RewriteAnswer read(RewriteRequest request, String json) {
    if (json.length() > LONGEST_ANSWER) {
      return new Unusable(
          "The endpoint answered with more than a letter. The draft stays as it is.");
    }
    try {
      var content =
          JsonMapper.shared()
              .readTree(json)
              .path("choices")
              .path(0)
              .path("message")
              .path("content");
      return content.isString()
          ? RewriteRules.of(request, content.asString())
          : new Unusable("The endpoint answered without a text. The draft stays as it is.");
    } catch (JacksonException _) {
      return new Unusable("The endpoint did not answer in JSON. The draft stays as it is.");
    }
  }
}
