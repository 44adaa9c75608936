package nl.sluis.gateway.desk;

import java.util.Locale;
import java.util.Map;
import nl.sluis.policies.convenant.Party;

/// What sort of organisation it is, for who may not know which; what is not known is any
/// organisation (domain 2.7).
public enum Sort {
  /// A school.
  SCHOOL,
  /// Somebody who helps or cares, wherever.
  HULPVERLENER,
  /// Any other organisation.
  ORGANISATIE,
  /// Somebody who is not told.
  IEMAND;

  private static final Map<String, Sort> KINDS =
      Map.ofEntries(
          Map.entry("school-po", SCHOOL),
          Map.entry("school-vo", SCHOOL),
          Map.entry("school-mbo", SCHOOL),
          Map.entry("cjg", HULPVERLENER),
          Map.entry("ggd-jgz", HULPVERLENER),
          Map.entry("huisarts", HULPVERLENER),
          Map.entry("arts", HULPVERLENER),
          Map.entry("jeugdhulp", HULPVERLENER),
          Map.entry("jmw", HULPVERLENER),
          Map.entry("schoolcoach", HULPVERLENER),
          Map.entry("welzijn", HULPVERLENER),
          Map.entry("opvang", HULPVERLENER),
          Map.entry("gi", HULPVERLENER));

  static Sort of(Party party) {
    return KINDS.getOrDefault(party.kind(), ORGANISATIE);
  }

  /// The last part of the key of its text.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// In Dutch, for who reads no page.
  public String dutch() {
    return switch (this) {
      case SCHOOL -> "een school";
      case HULPVERLENER -> "een hulpverlener";
      case ORGANISATIE -> "een organisatie";
      case IEMAND -> "iemand";
    };
  }
}
