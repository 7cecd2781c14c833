package io.politely.cadence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.politely.http.HttpGateway;
import io.politely.http.HttpGateway.Posted;
import io.politely.kernel.WorkspaceId;
import io.politely.wording.RewriteAnswer;
import io.politely.wording.RewriteAnswer.Unusable;
import io.politely.wording.RewriteRequest;
import io.politely.wording.Rewrites;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the language model of a workspace to rewrite a draft, where there is one. */
@Component
public class ModelGateway {

  private final Cadence cadence;
  private final HttpGateway http;
  private final Rewrites rewrites;
  private final ModelSettings settings;

  ModelGateway(Cadence cadence, HttpGateway http, Rewrites rewrites, ModelSettings settings) {
    this.cadence = cadence;
    this.http = http;
    this.rewrites = rewrites;
    this.settings = settings;
  }

  /** What is approved by looking at it: whom it goes to, and every byte. */
  public String hash(LanguageModel model, RewriteRequest request) {
    try {
      var all = model.endpoint() + "\n" + rewrites.json(model.name(), request);
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /**
   * Sends what was looked at, and reads what comes back.
   *
   * @param shown the hash of what was looked at: nothing else is sent
   */
  public RewriteAnswer rewrite(WorkspaceId workspace, RewriteRequest request, String shown) {
    var model = cadence.model(workspace);
    if (model.isEmpty()) {
      return unusable("No language model is set up.");
    }
    if (!hash(model.get(), request).equals(shown)) {
      return unusable("What would be sent was changed since you looked at it: look at it again.");
    }
    var key = cadence.modelKey(workspace);
    if (key.isEmpty() && cadence.modelHasKey(workspace)) {
      return unusable("The key of the language model cannot be opened: enter it again.");
    }
    return ask(model.get(), key, request);
  }

  private RewriteAnswer ask(LanguageModel model, Optional<String> key, RewriteRequest request) {
    try {
      var posted =
          http.post(
              model.endpoint(),
              rewrites.json(model.name(), request),
              key.map(it -> Map.of("Authorization", "Bearer " + it)).orElse(Map.of()),
              settings.allowPrivate(),
              settings.patience());
      return switch (posted) {
        case Posted.Answered(int status, var body) when status == 200 ->
            rewrites.read(request, body);
        case Posted.Answered(int status, _) when status == 401 || status == 403 ->
            unusable("The endpoint does not accept the key (%d).".formatted(status));
        case Posted.Answered(int status, _) when status == 429 ->
            unusable("The endpoint takes no more for now (429): try again later.");
        case Posted.Answered(int status, _) ->
            unusable("The endpoint answered with an error (%d).".formatted(status));
        case Posted.Failed(var sentence) -> unusable(sentence);
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unusable("The program is ending, so the endpoint was left.");
    }
  }

  private static Unusable unusable(String sentence) {
    return new Unusable(sentence + " The draft stays as it is.");
  }
}
