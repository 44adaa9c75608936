package nl.sluis.policies.terms;

import java.util.Optional;

/// A kind of data about a person, the smallest thing that is disclosed or withheld.
public enum DataCategory {
  K00("geen-persoonsgegevens", Sensitivity.LAAG),
  K01("identificatie-basis", Sensitivity.MIDDEN),
  K02("bsn-pgn", Sensitivity.HOOG),
  K03("contact-adres", Sensitivity.MIDDEN),
  K04("gezin-gezag", Sensitivity.MIDDEN),
  K05("school-inschrijving", Sensitivity.LAAG),
  K06("leerresultaten", Sensitivity.LAAG),
  K07("verzuim", Sensitivity.MIDDEN),
  K08("gedrag-welbevinden", Sensitivity.HOOG),
  K09("zorgsignaal-hulpvraag", Sensitivity.HOOG),
  K10("thuissituatie-opvoeding", Sensitivity.HOOG),
  K11("medisch", Sensitivity.ZEER_HOOG),
  K12("onderwijsondersteuning", Sensitivity.HOOG),
  K13("hulp-betrokkenheid", Sensitivity.MIDDEN),
  K14("hulp-inhoud", Sensitivity.HOOG),
  K15("toewijzing-declaratie", Sensitivity.MIDDEN),
  K16("veiligheid", Sensitivity.ZEER_HOOG),
  K17("strafrechtelijk", Sensitivity.ZEER_HOOG),
  K18("overig-bijzonder-financieel", Sensitivity.ZEER_HOOG),
  K19("professional-contact", Sensitivity.LAAG);

  /// How much harm a disclosure to the wrong person can do.
  public enum Sensitivity {
    LAAG,
    MIDDEN,
    HOOG,
    ZEER_HOOG
  }

  private final String slug;
  private final Sensitivity sensitivity;

  DataCategory(String slug, Sensitivity sensitivity) {
    this.slug = slug;
    this.sensitivity = sensitivity;
  }

  /// The Dutch name of the category, as families and officers read it.
  public String slug() {
    return slug;
  }

  /// The class that decides how it may be handled.
  public Sensitivity sensitivity() {
    return sensitivity;
  }

  /// The category with this code, such as `K09`; empty when there is none.
  public static Optional<DataCategory> of(String code) {
    for (var category : values()) {
      if (category.name().equals(code)) {
        return Optional.of(category);
      }
    }
    return Optional.empty();
  }
}
