package nl.sluis.dev.wissel;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicReference;
import nl.sluis.dev.aanbieder.Mishap;

/// The turns of the keys of those by whom people log in: the provider of browsers, and the service
/// whose keys lie in a file. Used by one thread.
final class LoginTurns {
  private final Stage stage;
  private final KeyTurns keys;
  private final String somebody;

  /// @param somebody the number of who logs in
  LoginTurns(Stage stage, KeyTurns keys, String somebody) {
    this.stage = stage;
    this.keys = keys;
    this.somebody = somebody;
  }

  /// The provider signs with another key; nobody tells Sluis.
  String provider() {
    var provider = stage.site().login().provider();
    var old = new AtomicReference<ECKey>();
    provider.next(
        (claims, key) -> {
          old.set(key);
          return Mishap.signed(claims, key);
        });
    Stage.require("aanmelden met de vorige", keys.logsIn());
    // Sluis asks again for a key that it does not know once a minute at most.
    stage.jumpsTo(stage.now().plusSeconds(90));
    provider.changeKey();
    Stage.require("aanmelden met de nieuwe aan beide gateways", keys.logsIn());
    provider.next((claims, _) -> Mishap.signed(claims, old.get()));
    Stage.require("wie met de vorige tekent", !keys.logsIn());
    return "aanmelden met de nieuwe aan beide gateways; een ID-token van de vorige opent niets";
  }

  /// The file with the keys of the service is replaced: first both, then the new one alone.
  String file() {
    var service = stage.site().signIn();
    var before = service.token(somebody);
    service.changeKey();
    Stage.require("een token van de nieuwe", opens(service.token(somebody)));
    Stage.require("een token van de vorige ernaast", opens(before));
    service.forgetOlderKeys();
    Stage.require("een token van de nieuwe alleen", opens(service.token(somebody)));
    Stage.require("een token van de vorige daarna", !opens(before));
    return "tokens van de nieuwe openen aan beide gateways; die van de vorige niet meer";
  }

  private boolean opens(String token) {
    try (var http = HttpClient.newBuilder().sslContext(stage.site().browser()).build()) {
      for (var people : stage.people()) {
        if (status(http, people, token) != 200) {
          return false;
        }
      }
      return true;
    }
  }

  private static int status(HttpClient http, URI people, String token) {
    var request =
        HttpRequest.newBuilder(people.resolve("/mijn/v1/toestemmingen"))
            .header("Authorization", "Bearer " + token)
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
