package nl.sluis.gateway.partner;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;

/// The keys of one organisation, wherever they are kept: they never leave it, and none of them is
/// of Sluis.
///
/// May be shared between threads. Each call looks anew, so that a key that was replaced is used
/// without starting again.
public interface OwnKeys {
  /// The key with which this partner signs, with its registered `kid`.
  ///
  /// @throws Stopped when there is none that can be used; the message names where it was looked for
  JWK signing() throws Stopped;

  /// The keys for which others seal, the newest last; none when there are none.
  ///
  /// @throws Stopped when what is there cannot be used
  List<ECKey> opening() throws Stopped;

  /// The certificate that is shown at the door of Sluis.
  ///
  /// @throws Stopped when there is none
  X509Certificate shown() throws Stopped;

  /// What is shown at the door of Sluis, and by whom Sluis is recognised.
  ///
  /// @param trusted the issuers of the certificate of Sluis, PEM
  /// @throws Stopped when certificate, key or issuers cannot be used
  SSLContext tls(Path trusted) throws Stopped;
}
