package nl.sluis.policies.safety;

import java.util.List;

/// One field of the empty meldcode record.
///
/// @param name as it stands in the record
/// @param kind what is filled in
/// @param what it asks, in Dutch words
/// @param required false when it may be left out
/// @param words from which one is chosen; empty when it is free
/// @param parts the fields within it; empty when it has none
public record FormField(
    String name,
    Kind kind,
    String what,
    boolean required,
    List<String> words,
    List<FormField> parts) {
  /// Copies its parts.
  public FormField {
    words = List.copyOf(words);
    parts = List.copyOf(parts);
  }

  /// What is filled in.
  public enum Kind {
    TEKST,
    KEUZE,
    DAG,
    JA_NEE,
    DEEL,
    LIJST
  }
}
