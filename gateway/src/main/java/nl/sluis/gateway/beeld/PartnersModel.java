package nl.sluis.gateway.beeld;

import java.util.List;

/// How partners stand, as a page says it: organisations only. Immutable.
///
/// Each word that says how it is with something is the key of a text; a page shows no colour
/// without that word.
///
/// @param counts how many there are of each standing
/// @param rows one for each partner, by name
/// @param sources by what it is known what authorities took back
public record PartnersModel(List<Count> counts, List<Row> rows, List<Source> sources) {
  /// Copies its lists.
  public PartnersModel {
    counts = List.copyOf(counts);
    rows = List.copyOf(rows);
    sources = List.copyOf(sources);
  }

  /// How it is with something.
  ///
  /// @param word the last part of the key of its text
  /// @param bad whether somebody must do something
  public record Mark(String word, boolean bad) {
    /// The key of its text.
    public String key() {
      return "toezicht-beeld.partners.stand." + word;
    }
  }

  /// How many partners stand so.
  public record Count(Mark mark, long count) {}

  /// One partner.
  ///
  /// @param came when it last came in, in words; empty when it never did
  /// @param refused when it was last turned away since it came in, in words; empty when it was not
  /// @param cause the code of why
  /// @param days how many whole days its certificate is still valid
  /// @param certificate how it is with that
  /// @param until until when its certificate is valid, in words; empty when it never came in
  /// @param keys how many keys count with which it signs
  /// @param signing how it is with those
  /// @param revocation how it is known whether its certificate was taken back
  public record Row(
      String name,
      String oin,
      Mark standing,
      boolean renewing,
      String came,
      String refused,
      String cause,
      long days,
      Mark certificate,
      String until,
      long keys,
      Mark signing,
      List<Source> revocation) {
    /// Copies its list.
    public Row {
      revocation = List.copyOf(revocation);
    }
  }

  /// By what it is known what one authority took back.
  ///
  /// @param issuer the authority
  /// @param manner `crl` or `ocsp`
  /// @param address the file or address
  /// @param hours how old it is, in whole hours; less than zero when there is nothing
  /// @param until until when it counts, in words; empty when there is nothing
  /// @param freshness how much it is worth
  public record Source(
      String issuer, String manner, String address, long hours, String until, Mark freshness) {}
}
