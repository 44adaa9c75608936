package nl.sluis.dev.aanbieder;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import nl.sluis.gateway.aanmelding.ProviderLine;
import nl.sluis.gateway.keys.SigningKeys;

/// The one client of a provider: by which name and keys it is known, and to which of its pages a
/// browser may be sent. Thread-safe.
public final class ProviderClient {
  private final String id;
  private final SigningKeys<ECKey> keys;
  private final List<String> doors;
  private final Set<URI> addresses = new CopyOnWriteArraySet<>();

  /// @param id how it names itself
  /// @param keys of which its assertions name one
  /// @param doors the paths under its address at which people log in; empty for the address itself
  public ProviderClient(String id, SigningKeys<ECKey> keys, List<String> doors) {
    this.id = id;
    this.keys = keys;
    this.doors = List.copyOf(doors);
  }

  String id() {
    return id;
  }

  SigningKeys<ECKey> keys() {
    return keys;
  }

  /// From now on it may be at this address too.
  void isAt(URI own) {
    addresses.add(own);
  }

  /// Is this a request of this client, with everything that a good client sends?
  boolean asks(AuthenticationRequest request) {
    return request.getClientID().getValue().equals(id)
        && addresses.stream()
            .flatMap(own -> doors.stream().map(door -> own.resolve(door + ProviderLine.RETURN)))
            .anyMatch(request.getRedirectionURI()::equals)
        && request.getResponseType().equals(ResponseType.CODE)
        && CodeChallengeMethod.S256.equals(request.getCodeChallengeMethod())
        && request.getNonce() != null
        && request.getState() != null;
  }

  /// Is this where a browser goes after logging out?
  boolean endsAt(String address) {
    return addresses.stream()
        .anyMatch(own -> address.equals(own.resolve(ProviderLine.AFTERWARDS).toString()));
  }
}
