package nl.sluis.gateway.vorm;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A language in which people may read. Dutch is the language of the law and of what is missing.
public enum Language {
  /// Dutch.
  NL("nl", "Nederlands"),
  /// English.
  EN("en", "English"),
  /// Turkish.
  TR("tr", "Türkçe"),
  /// Arabic, the only one that runs from right to left.
  AR("ar", "العربية"),
  /// Polish.
  PL("pl", "Polski"),
  /// Ukrainian.
  UK("uk", "Українська"),
  /// Tigrinya.
  TI("ti", "ትግርኛ");

  private final String tag;
  private final String name;

  Language(String tag, String name) {
    this.tag = tag;
    this.name = name;
  }

  /// The language with this tag.
  public static Optional<Language> of(String tag) {
    return Arrays.stream(values()).filter(one -> one.tag.equals(tag)).findFirst();
  }

  /// Its tag (BCP 47).
  public String tag() {
    return tag;
  }

  /// Its name, in itself.
  public String ownName() {
    return name;
  }

  /// `ltr` or `rtl`.
  public String direction() {
    return this == AR ? "rtl" : "ltr";
  }

  /// For the names of months.
  public Locale locale() {
    return Locale.of(tag);
  }
}
