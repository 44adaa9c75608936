package nl.sluis.policies.decision;

/// Every reason for which a message does not pass whole, with what the sender can do about it.
public enum Reason {
  PARTIJ_ONBEKEND,
  PARTIJ_NIET_TOEGETREDEN,
  CONVENANT_NIET_GELDIG,
  DOEL_NIET_IN_CONVENANT,
  ROL_NIET_BEVOEGD,
  CATEGORIE_NIET_TOEGESTAAN,
  CATEGORIE_ONTBREEKT,
  BSN_NIET_TOEGESTAAN,
  NOODZAAK_NIET_GEMOTIVEERD,
  VERZEGELING_ONJUIST,
  VORM_ONJUIST,
  VERBODEN_ONDERWERP,
  IDENTIFICEREND_IN_ANONIEME_STROOM,
  VOORWAARDE_ONTBREEKT,
  GEEN_GELDIGE_TOESTEMMING,
  GEZAG_ONBEKEND,
  GEVER_AFGESCHERMD,
  BEPERKT,
  BEZWAAR,
  RECHTERLIJK_VERBOD,
  BETROKKENE_ONBEKEND,
  BETROKKENE_NIET_TOEGESTAAN,
  MELDCODE_ONVOLLEDIG,
  ONTVANGER_NIET_BEVOEGD_OVERRIDE,
  ANDER_KANAAL,
  AGGREGATIE_VEREIST,
  REGEL_DEFECT;

  /// A reason as it is told in one decision.
  ///
  /// @param reason which
  /// @param about what it is about: a category, a condition, a channel; never personal data
  public record Told(Reason reason, String about) {}
}
