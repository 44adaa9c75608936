package nl.sluis.gateway.vorm;

/// For whom a page is printed.
///
/// @param language in which this person reads
/// @param easy whether this person reads the short texts with pictograms (A2)
/// @param formToken of the session; empty when nobody is known to be logged in
/// @param signedIn whether there is a way to what is one's own
public record Reader(Language language, boolean easy, String formToken, boolean signedIn) {
  /// Somebody who is logged in.
  public static Reader of(Visitor visitor) {
    return new Reader(visitor.language(), visitor.easy(), visitor.formToken(), true);
  }

  @Override
  public String toString() {
    return "reader in " + language.tag();
  }
}
