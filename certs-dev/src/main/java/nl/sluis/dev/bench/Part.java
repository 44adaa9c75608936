package nl.sluis.dev.bench;

import java.util.List;

/// What a sample of processor time was spent on: the innermost caller that says so.
enum Part {
  TLS("TLS", "io.netty.handler.ssl.", "io.netty.internal.tcnative."),
  CRYPTO(
      "crypto: handtekeningen, sleutels, hashes, versleuteling",
      "com.amazon.corretto.",
      "com.nimbusds.jose.crypto.",
      "javax.crypto.",
      "java.security.",
      "sun.security.",
      "com.sun.crypto."),
  JSON(
      "JSON: lezen, schrijven, schema's",
      "com.fasterxml.jackson.",
      "com.networknt.",
      "com.nimbusds.jose.util.JSON",
      "com.nimbusds.jose.shaded.",
      "nl.sluis.gateway.message.StrictJson",
      "nl.sluis.gateway.logbook.CanonicalJson"),
  SQL("SQL: JDBC en het wachten op antwoord", "org.postgresql.", "com.zaxxer."),
  BESLISSING("beslissing: het convenant", "nl.sluis.policies."),
  FEITEN("feiten: toestemming en gezag", "nl.sluis.consent."),
  HTTP("HTTP en netwerk", "io.netty.", "io.vertx."),
  EIGEN("eigen code van de gateway", "nl.sluis."),
  JVM("JVM: draden, wachten, verzamelen", "java.", "jdk.", "sun."),
  OVERIG("overig");

  private final String dutch;

  @SuppressWarnings("ImmutableEnumChecker") // made by `List.of`, which cannot be changed
  private final List<String> prefixes;

  Part(String dutch, String... prefixes) {
    this.dutch = dutch;
    this.prefixes = List.of(prefixes);
  }

  String dutch() {
    return dutch;
  }

  /// The part of a sample, from its frames, innermost first.
  ///
  /// The JDK counts only when nobody else on the stack is known: it works for others.
  static Part of(List<String> frames) {
    for (var frame : frames) {
      for (var part : values()) {
        if (part != JVM && part.prefixes.stream().anyMatch(frame::startsWith)) {
          return part;
        }
      }
    }
    return frames.isEmpty() ? OVERIG : JVM;
  }
}
