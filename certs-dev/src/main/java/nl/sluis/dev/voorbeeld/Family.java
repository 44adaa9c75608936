package nl.sluis.dev.voorbeeld;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A child of the scenario, with those who decide about it. Immutable; the people are invented.
///
/// @param child the short name in the scenario
/// @param birth the birth date as written: a date, or an age such as `15 jaar 364 dagen`
/// @param isAge whether `birth` is an age
/// @param custody the word for who has gezag
/// @param source where the facts of gezag come from
/// @param obtained the day on which that source was asked, as written
/// @param holders who has gezag, with the capacity of each
/// @param shielded per party the persons who may not hear that it is involved
/// @param bsn a test BSN; empty when the child has none
/// @param reference how the parties that know the child point at it when they register it
/// @param municipality where the child lives; empty when nobody tells
/// @param movedIn the day from which it lives there, as written
/// @param knownBy the parties that know the child, with the role that registers its facts
record Family(
    String child,
    String birth,
    boolean isAge,
    String custody,
    String source,
    String obtained,
    Map<String, String> holders,
    List<Shield> shielded,
    String bsn,
    String reference,
    String municipality,
    String movedIn,
    Map<String, String> knownBy) {
  static final Set<String> KEYS =
      Set.of(
          "leeftijd",
          "geboortedatum",
          "gezag",
          "bron",
          "gezien op",
          "houders",
          "afgeschermd",
          "bsn",
          "verwijzing",
          "gemeente",
          "woont daar vanaf");
  static final String MUNICIPALITY = "Haarlem";
  private static final String UNTOLD = "niet vastgelegd";
  private static final Set<String> CUSTODY =
      new LinkedHashSet<>(
          List.of(
              "gezamenlijk-samen",
              "gezamenlijk-gescheiden",
              "eenhoofdig",
              "voogdij-persoon",
              "voogdij-gi",
              "ots",
              "curatele",
              "mentorschap",
              "onbekend"));

  /// @param person who may not hear it
  /// @param party the party whose involvement stays hidden
  record Shield(String person, String party) {}

  /// @param municipality where the child lives when the scenario does not say it
  static Family read(String child, Fields fields, Names names, String municipality) {
    boolean isAge = fields.has("leeftijd");
    if (isAge == fields.has("geboortedatum")) {
      throw new VoorbeeldFault(
          fields.place(), "geef van een kind óf `leeftijd` óf `geboortedatum`");
    }
    var birth = fields.text(isAge ? "leeftijd" : "geboortedatum");
    if (!birth.equals(UNTOLD)) {
      fields.read(isAge ? "leeftijd" : "geboortedatum", w -> birthOf(w, isAge, Instant.EPOCH));
    }
    var custody = fields.text("gezag", "gezamenlijk-samen");
    if (!CUSTODY.contains(custody)) {
      throw new VoorbeeldFault(fields.place("gezag"), Suggestion.unknown(custody, CUSTODY));
    }
    var holders = holders(fields);
    var knownBy = knownBy(fields, names);
    var shielded =
        fields.blocks("afgeschermd").stream().map(shield -> shield(shield, names)).toList();
    fields.readMaybe("gezien op", w -> DutchTime.date(w, Instant.EPOCH));
    var lives = fields.text("gemeente", municipality);
    fields.readMaybe("woont daar vanaf", w -> DutchTime.date(w, Instant.EPOCH));
    return new Family(
        child,
        birth,
        isAge,
        custody,
        fields.text("bron", "gezagsregister"),
        fields.text("gezien op", "vandaag"),
        holders,
        shielded,
        fields.text("bsn", ""),
        fields.text("verwijzing", "eigen-kenmerk"),
        lives.equals(UNTOLD) ? "" : lives,
        fields.text("woont daar vanaf", "1 jaar geleden"),
        knownBy);
  }

  private static Map<String, String> holders(Fields fields) {
    var holders = new LinkedHashMap<String, String>();
    fields
        .tree("houders")
        .ifPresent(
            tree -> {
              if (tree instanceof Tree.Block block) {
                block.entries().forEach((who, as) -> holders.put(who, Fields.textOf(as)));
              } else {
                Fields.wordsOf(tree).forEach(who -> holders.put(who, "ouder-gezag"));
              }
            });
    return holders;
  }

  private static Map<String, String> knownBy(Fields fields, Names names) {
    var knownBy = new LinkedHashMap<String, String>();
    for (var tree : Fields.itemsOf(listOf(fields.need("bekend bij")))) {
      var who = names.partyAs(tree);
      knownBy.put(who.party(), who.role());
    }
    return knownBy;
  }

  private static Tree listOf(Tree tree) {
    return tree instanceof Tree.Text ? new Tree.Items(List.of(tree), tree.place()) : tree;
  }

  private static Shield shield(Fields fields, Names names) {
    var shield = new Shield(fields.text("persoon"), names.party(fields.need("voor")));
    fields.done();
    return shield;
  }

  /// The birth date when the clock shows this instant; empty when it is not put on record.
  Optional<LocalDate> birthAt(Instant now) {
    return birth.equals(UNTOLD) ? Optional.empty() : Optional.of(birthOf(birth, isAge, now));
  }

  private static LocalDate birthOf(String text, boolean isAge, Instant now) {
    return isAge
        ? Span.parse(text).birthOf(DutchTime.local(now).toLocalDate())
        : DutchTime.date(text, now);
  }
}
