package nl.sluis.gateway.aanmelding;

import static nl.sluis.gateway.aanmelding.LoginFault.Cause.NIET_BEREIKBAAR;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of the provider: what it says of itself, and its keys.
///
/// Both are fetched when they are needed and no oftener than once a minute, so that nobody can make
/// Sluis call the provider at will; keys are fetched anew after an hour, or for a key that is not
/// among them. May be shared between threads.
final class Provider {
  private static final Duration NOT_AGAIN = Duration.ofMinutes(1);
  private static final Duration KEYS_STAND = Duration.ofHours(1);
  private static final String WELL_KNOWN = "/.well-known/openid-configuration";

  private final ProviderLine line;
  private final ProviderCalls calls;
  private @Nullable Metadata metadata;
  private Instant metadataAsked = Instant.MIN;
  private JWKSet keys = new JWKSet();
  private Instant keysAsked = Instant.MIN;
  private Instant keysKnown = Instant.MIN;

  /// @throws IllegalArgumentException when its metadata is a file that cannot be used
  Provider(ProviderLine line, ProviderCalls calls) {
    this.line = line;
    this.calls = calls;
    this.metadata =
        line.metadata().map(file -> Metadata.read(text(file), line.issuer())).orElse(null);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalArgumentException("`" + file.getFileName() + "` cannot be read", e);
    }
  }

  /// What it says of itself.
  synchronized Metadata metadata(Instant now) throws LoginFault {
    var known = metadata;
    if (known != null) {
      return known;
    }
    mayAsk(metadataAsked, now);
    metadataAsked = now;
    try {
      var told = Metadata.read(fetch(wellKnown()), line.issuer());
      metadata = told;
      return told;
    } catch (IllegalArgumentException e) {
      throw new LoginFault(NIET_BEREIKBAAR, String.valueOf(e.getMessage()));
    }
  }

  /// Its keys that this signature could be of; empty when it has none.
  synchronized List<JWK> keys(JWKSelector selector, Instant now) throws LoginFault {
    var found = selector.select(keys);
    boolean stale = !now.isBefore(keysKnown.plus(KEYS_STAND));
    if (!stale && (!found.isEmpty() || now.isBefore(keysAsked.plus(NOT_AGAIN)))) {
      return found;
    }
    mayAsk(keysAsked, now);
    keysAsked = now;
    try {
      keys = JWKSet.parse(fetch(metadata(now).keys())).toPublicJWKSet();
      keysKnown = now;
      return selector.select(keys);
    } catch (ParseException _) {
      throw new LoginFault(NIET_BEREIKBAAR, "the keys are no JWK set");
    }
  }

  private URI wellKnown() {
    var name = line.issuer();
    var base = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    return URI.create(base + WELL_KNOWN);
  }

  private static void mayAsk(Instant last, Instant now) throws LoginFault {
    if (now.isBefore(last.plus(NOT_AGAIN)) && !now.isBefore(last)) {
      throw new LoginFault(NIET_BEREIKBAAR, "asked less than a minute ago");
    }
  }

  private String fetch(URI address) throws LoginFault {
    var told = calls.get(address);
    if (told.status() != 200) {
      throw new LoginFault(NIET_BEREIKBAAR, "status " + told.status());
    }
    return told.body();
  }
}
