package nl.sluis.gateway.message;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A message with some or all of its disclosures, in the exact bytes of its sender.
///
/// Only a verified message yields one, or one that was stored. Immutable; may be shared between
/// threads.
public final class Presentation {
  private final String jwt;
  private final List<Disclosure> kept;
  private final BindingKey bindingKey;

  Presentation(String jwt, List<Disclosure> kept, BindingKey bindingKey) {
    this.jwt = jwt;
    this.kept = List.copyOf(kept);
    this.bindingKey = bindingKey;
  }

  /// Takes up again what [#text] gave, from a place that only Sluis can write to.
  ///
  /// MUST NOT be used on what came from outside, for the signature is not looked at.
  public static Presentation restore(String text) throws MessageFault {
    var envelope = Envelope.read(text.getBytes(StandardCharsets.US_ASCII));
    var kept = new java.util.ArrayList<Disclosure>();
    for (var encoded : envelope.disclosures()) {
      kept.add(Disclosure.read(encoded, MessageVerifier.DISCLOSURES));
    }
    return new Presentation(envelope.jwt(), kept, BindingKey.of(envelope.payload().path("cnf")));
  }

  /// The same message with only the disclosures of these names, in their original order.
  ///
  /// A name that the message does not disclose changes nothing.
  public Presentation minimise(Set<String> names) {
    var fewer = kept.stream().filter(one -> one.name().filter(names::contains).isPresent());
    return new Presentation(jwt, fewer.toList(), bindingKey);
  }

  /// The names that are still disclosed, in order.
  public Set<String> names() {
    var names = new LinkedHashSet<String>();
    kept.forEach(disclosure -> disclosure.name().ifPresent(names::add));
    return names;
  }

  /// The compact form, ending in a tilde: what is stored, and what a key binding is put behind.
  public String text() {
    var text = new StringBuilder(jwt).append('~');
    for (var disclosure : kept) {
      text.append(disclosure.encoded()).append('~');
    }
    return text.toString();
  }

  String sdHash() {
    return Base64Url.encode(Sha256.of(text().getBytes(StandardCharsets.US_ASCII)));
  }

  BindingKey bindingKey() {
    return bindingKey;
  }

  /// Tells the names, never the values.
  @Override
  public String toString() {
    return "Presentation" + names();
  }
}
