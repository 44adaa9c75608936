package nl.sluis.policies.terms;

/// An article of law or of the convenant on which a rule rests.
///
/// @param name the Dutch name of the law, such as `Wmo 2015`
/// @param article the article, such as `5.2.6`
/// @param link where the text of the law is published; never fetched by Sluis
public record LawRef(String name, String article, String link) {
  @Override
  public String toString() {
    return name + " " + article;
  }
}
