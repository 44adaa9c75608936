package nl.sluis.policies.export;

/// What a request asks leave for.
///
/// @param kind `Bericht`, `Categorie` or `Verplichting`
/// @param word which of them
public record Asked(String kind, String word) implements Comparable<Asked> {
  /// May the message go? A no is a refusal.
  public static final Asked MAG = new Asked("Bericht", "mag");

  /// Has the message all that it needs? A no is a hold.
  public static final Asked COMPLEET = new Asked("Bericht", "compleet");

  /// May this category be released?
  public static Asked category(String code) {
    return new Asked("Categorie", code);
  }

  /// Must this happen because the message passes?
  public static Asked obligation(String code) {
    return new Asked("Verplichting", code);
  }

  @Override
  public int compareTo(Asked other) {
    int byKind = kind.compareTo(other.kind);
    return byKind == 0 ? word.compareTo(other.word) : byKind;
  }
}
