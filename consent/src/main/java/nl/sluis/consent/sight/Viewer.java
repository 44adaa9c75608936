package nl.sluis.consent.sight;

import java.util.UUID;
import nl.sluis.policies.terms.Oin;

/// Who looks. Immutable.
public sealed interface Viewer {
  /// Somebody at a child, or the child itself.
  ///
  /// @param subject the child
  /// @param person who it is there; the child itself when they are equal
  record Person(UUID subject, UUID person) implements Viewer {
    boolean isSelf() {
      return subject.equals(person);
    }
  }

  /// A professional, who sees what the own organisation sent or received.
  record Professional(Oin organisation) implements Viewer {}

  /// The officer of an organisation, who sees the same; the looking is itself a row.
  record Officer(Oin organisation) implements Viewer {}

  /// The keeper of the convenant, who sees counts and nobody.
  record Steward() implements Viewer {}
}
