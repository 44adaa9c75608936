package nl.sluis.gateway.peer;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;

/// By what Sluis knows whether an authority took a certificate back, for each authority apart.
///
/// An authority that is not named here is known by the lists in the files of the operator. Nothing
/// here makes a check softer: what cannot be known refuses (lesson 18). Immutable.
///
/// @param folder where lists that were fetched are kept, so that a restart knows them; empty when
///   none is fetched
/// @param rules one for each authority that is known otherwise than by a file
public record RevocationLine(Optional<Path> folder, List<Rule> rules) {
  /// Only the files of the operator.
  public static final RevocationLine FILES = new RevocationLine(Optional.empty(), List.of());

  /// Copies its list.
  ///
  /// @throws IllegalArgumentException when a list is fetched and there is no folder to keep it in
  public RevocationLine {
    rules = List.copyOf(rules);
    if (folder.isEmpty() && rules.stream().anyMatch(rule -> rule.list().isPresent())) {
      throw new IllegalArgumentException("a list that is fetched is kept somewhere");
    }
  }

  /// How what one authority took back is known.
  public enum Manner {
    /// By its revocation list (RFC 5280, 5).
    CRL("crl"),
    /// By asking its responder about each certificate (RFC 6960).
    OCSP("ocsp"),
    /// By both: each must say that the certificate is good.
    BOTH("beide");

    private final String word;

    Manner(String word) {
      this.word = word;
    }

    /// The word in settings.
    public String word() {
      return word;
    }

    /// The manner with this word; empty when there is none.
    public static Optional<Manner> of(String word) {
      return Arrays.stream(values()).filter(manner -> manner.word.equals(word)).findFirst();
    }

    boolean reads() {
      return this != OCSP;
    }

    boolean asks() {
      return this != CRL;
    }
  }

  /// What is done about one authority.
  ///
  /// @param issuer the authority, by its distinguished name
  /// @param manner by list, by asking, or both
  /// @param list where its list is fetched; empty when it comes as a file
  /// @param responder where it is asked; present if and only if the manner asks
  /// @param nonceRequired whether an answer must repeat our nonce (RFC 9654); many responders
  ///   answer with what they signed earlier and cannot
  public record Rule(
      X500Principal issuer,
      Manner manner,
      Optional<URI> list,
      Optional<URI> responder,
      boolean nonceRequired) {
    /// @throws IllegalArgumentException when asking is meant and nobody is named, or the other way
    ///   around, or when a list is fetched that nobody reads
    public Rule {
      if (manner.asks() != responder.isPresent() || (list.isPresent() && !manner.reads())) {
        throw new IllegalArgumentException("the addresses do not fit `" + manner.word + "`");
      }
    }
  }

  /// The rule for this authority; empty when the files of the operator count.
  Optional<Rule> of(X500Principal issuer) {
    return rules.stream().filter(rule -> rule.issuer().equals(issuer)).findFirst();
  }

  /// An address at which a list or a responder is found; empty when this is none. What comes from
  /// there is signed, so `http` will do, as authorities mostly have it.
  public static Optional<URI> address(String text) {
    try {
      var address = new URI(text);
      return Set.of("http", "https").contains(String.valueOf(address.getScheme()))
              && address.getHost() != null
              && address.getRawUserInfo() == null
              && address.getRawFragment() == null
          ? Optional.of(address)
          : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }
}
