package nl.sluis.gateway.besluit;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import nl.sluis.gateway.inzicht.Who;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.gateway.vorm.Texts;
import nl.sluis.gateway.vorm.Visitor;
import nl.sluis.gateway.vorm.Wording;
import nl.sluis.gateway.vorm.Words;

/// The texts about deciding as one person reads them, outside a template: what is said before a
/// decision has to be known before it is printed, for it is hashed. Immutable.
///
/// @param texts where they stand
/// @param asked the language in which the person reads
/// @param easy whether that person reads the short texts
record Phrases(Texts texts, Language asked, boolean easy) {
  /// The part of the texts.
  static final String PART = "beslissen";

  /// The part that says what sorts of organisations there are.
  private static final String WHO = "inzien";

  static Phrases of(Texts texts, Visitor who) {
    return new Phrases(texts, who.language(), who.easy());
  }

  /// The text of this key within the part, with what stands in its places ([Wording]).
  String say(String key, Object... values) {
    var set = texts.set(PART, asked);
    var plain = set.plain().get(key);
    if (plain == null) {
      throw new IllegalArgumentException("no text `" + PART + "." + key + "`");
    }
    var text = easy ? set.easy().getOrDefault(key, plain) : plain;
    return Wording.fill(text, set.language(), values);
  }

  /// What the convenant says, in this language where somebody translated it.
  Words convenant(String dutch) {
    return texts.convenant(dutch, texts.set(PART, asked).language(), easy);
  }

  /// An organisation by its name, or by what sort it is for who may know no more.
  String name(Who who) {
    return who.name()
        .orElseGet(() -> texts.set(WHO, asked).plain().get("soort." + who.sort().key()));
  }

  /// What stands between things of which some have a comma in them.
  String semicolon() {
    return texts
        .set("vorm", texts.set(PART, asked).language())
        .plain()
        .getOrDefault("puntkomma", "; ");
  }

  /// A day as people write it.
  String day(LocalDate day) {
    var locale = texts.set(PART, asked).language().locale();
    return DateTimeFormatter.ofPattern("d MMMM uuuu", locale).format(day);
  }

  /// The language in which it really is.
  String language() {
    return texts.set(PART, asked).language().tag();
  }

  /// The number of the texts.
  String digest() {
    return texts.digest(PART, asked);
  }

  /// May somebody say yes by these texts?
  boolean binding() {
    return texts.binding(PART, asked);
  }
}
