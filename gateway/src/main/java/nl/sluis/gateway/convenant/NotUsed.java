package nl.sluis.gateway.convenant;

import java.util.List;

/// A text that lies here and is not used.
///
/// @param id the name of the convenant
/// @param version its version
/// @param digest the digest of the text
/// @param what `geweigerd`, or `terzijde-gelegd`
/// @param why each a Dutch sentence that says what to do
public record NotUsed(String id, String version, String digest, String what, List<String> why) {
  /// Copies its parts.
  public NotUsed {
    why = List.copyOf(why);
  }

  static NotUsed of(News news) {
    var text = news.text();
    return new NotUsed(
        text.convenant(), text.version(), text.digest(), news.what().code(), news.faults());
  }
}
