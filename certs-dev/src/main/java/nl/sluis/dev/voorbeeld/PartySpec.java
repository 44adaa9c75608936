package nl.sluis.dev.voorbeeld;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.terms.Oin;

/// A party as a scenario names it.
///
/// @param label the short name in the scenario
/// @param oin its number
/// @param name what the report calls it
/// @param kind how Sluis knows it
record PartySpec(String label, Oin oin, String name, Kind kind) {
  /// How Sluis knows a party.
  enum Kind {
    /// A signatory of the convenant, with its keys registered.
    PARTIJ,
    /// Registered with its keys, but acts only for others under a mandate.
    LEVERANCIER,
    /// Has a certificate and nothing else: Sluis does not know it.
    VREEMD
  }

  private static final Map<String, Kind> KINDS =
      Map.of("partij", Kind.PARTIJ, "leverancier", Kind.LEVERANCIER, "vreemd", Kind.VREEMD);

  static PartySpec read(String label, Tree tree, Convenant convenant, List<Convenant> all) {
    if (tree instanceof Tree.Text text) {
      return ofConvenant(label, text, parties(convenant, all));
    }
    var fields = Fields.of(tree);
    var oin = fields.read("oin", PartySpec::oin);
    var name = fields.text("naam", label);
    var kind = fields.one("soort", KINDS, Kind.PARTIJ);
    fields.done();
    if (kind == Kind.PARTIJ
        && parties(convenant, all).stream().noneMatch(p -> p.oin().equals(oin))) {
      throw new VoorbeeldFault(
          fields.place("oin"),
          "deze partij staat niet in het convenant; schrijf `soort: leverancier` of `soort:"
              + " vreemd`");
    }
    return new PartySpec(label, oin, name, kind);
  }

  /// The parties of this convenant, and those of the others that it does not know.
  private static Collection<Party> parties(Convenant convenant, List<Convenant> all) {
    var parties = new LinkedHashMap<Oin, Party>(convenant.parties());
    all.forEach(other -> other.parties().forEach(parties::putIfAbsent));
    return parties.values();
  }

  private static PartySpec ofConvenant(String label, Tree.Text text, Collection<Party> parties) {
    var word = text.value();
    var found =
        parties.stream()
            .filter(p -> p.oin().value().equals(word) || p.name().equalsIgnoreCase(word))
            .findFirst()
            .or(() -> onlyOneLike(word, parties));
    var names = parties.stream().map(Party::name).sorted().toList();
    return found
        .map(p -> new PartySpec(label, p.oin(), p.name(), Kind.PARTIJ))
        .orElseThrow(() -> new VoorbeeldFault(text.place(), Suggestion.unknown(word, names)));
  }

  private static Optional<Party> onlyOneLike(String word, Collection<Party> parties) {
    var like = word.toLowerCase(Locale.ROOT);
    var found =
        parties.stream().filter(p -> p.name().toLowerCase(Locale.ROOT).contains(like)).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static Oin oin(String text) {
    if (!Oin.isOin(text)) {
      throw new IllegalArgumentException("een OIN heeft twintig cijfers, tussen aanhalingstekens");
    }
    return new Oin(text);
  }
}
