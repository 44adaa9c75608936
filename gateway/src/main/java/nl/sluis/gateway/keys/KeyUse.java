package nl.sluis.gateway.keys;

import java.time.Duration;
import java.util.Optional;

/// For what a key signs, besides the logbook. Each use has keys of its own, so that one that is
/// stolen signs nothing else.
///
/// A next key is published first and signs after [#lead]; after [#overlap] nothing new is signed by
/// the one before or bound to it, and its end can be said; after [#rest] it can be destroyed.
public enum KeyUse {
  /// Access tokens (RFC 9068), which end after ten minutes; only gateways check them.
  TOKEN("token", "EC", Duration.ofMinutes(10), Duration.ofMinutes(15)),

  /// Key bindings (RFC 9901), by the key that the message names in `cnf`. A sender gets a day to
  /// name the next one; a message that names the one before is bound with it until it is delivered
  /// or has lapsed.
  BINDING("binding", "EC", Duration.ofDays(1), Duration.ofDays(1)),

  /// What Sluis tells partners: stop messages, corrections and hand-over notes. Checked for as long
  /// as somebody keeps them, with the published history.
  STATEMENT("mededeling", "EC", Duration.ofDays(1), Duration.ofMinutes(10)),

  /// Receipts of consent. Checked for as long as somebody keeps them, with the published history.
  RECEIPT("bewijs", "Ed25519", Duration.ofDays(1), Duration.ofMinutes(10)),

  /// By which the provider at whom people log in knows Sluis (RFC 7523). It fetches the public keys
  /// itself; most do so within a day.
  LOGIN("aanmelding", "EC", Duration.ofDays(1), Duration.ofMinutes(10));

  private static final Duration REST = Duration.ofMinutes(10);

  private final String word;
  private final String algorithm;
  private final Duration lead;
  private final Duration overlap;

  KeyUse(String word, String algorithm, Duration lead, Duration overlap) {
    this.word = word;
    this.algorithm = algorithm;
    this.lead = lead;
    this.overlap = overlap;
  }

  /// The use with this Dutch word.
  public static Optional<KeyUse> of(String word) {
    for (var use : values()) {
      if (use.word.equals(word)) {
        return Optional.of(use);
      }
    }
    return Optional.empty();
  }

  /// The Dutch word for it.
  public String word() {
    return word;
  }

  /// `EC` for P-256, or `Ed25519`.
  public String algorithm() {
    return algorithm;
  }

  /// How long a key is published before it signs.
  public Duration lead() {
    return lead;
  }

  /// How long the key before counts beside it after that.
  public Duration overlap() {
    return overlap;
  }

  /// How long a gateway may be on its way with something of a key whose end was said.
  public Duration rest() {
    return REST;
  }
}
