package nl.sluis.policies.convenant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.terms.LawRef;
import nl.sluis.policies.terms.Regime;

/// Reads the two locks of a rule: the ground of the AVG and the key for professional secrecy, and
/// who must say yes.
final class GroundsReader {
  private static final String GIVERS = "volgens-leeftijd-en-gezag";

  private final Faults faults;
  private final Vocabulary vocabulary;
  private final Map<String, String> laws;

  GroundsReader(Faults faults, Map<String, String> laws) {
    this.faults = faults;
    this.vocabulary = new Vocabulary(faults);
    this.laws = laws;
  }

  /// The articles a rule rests on; a fault when there is none.
  List<LawRef> grounds(Entry block) {
    var grounds = new ArrayList<LawRef>();
    for (var key : List.of("grondslagAvg", "uitzondering9")) {
      for (var article : block.words(key)) {
        grounds.add(new LawRef("AVG", article.value(), laws.getOrDefault("AVG", "")));
      }
    }
    for (var entry : block.entries("sectorwet")) {
      law(entry).ifPresent(grounds::add);
    }
    if (grounds.isEmpty()) {
      faults.add(
          block.spot(),
          "Deze regel noemt geen enkel artikel waar hij op rust; noem er een bij `grondslagAvg`.");
    }
    return grounds;
  }

  /// The article that opens professional secrecy.
  Optional<LawRef> secrecyKey(Entry block) {
    return block.entry("geheimhouding").flatMap(this::law);
  }

  /// The one article of a block, at `artikel`; a fault when it is absent.
  Optional<LawRef> article(Entry block) {
    var entry = block.entry("artikel");
    if (entry.isEmpty()) {
      faults.add(block.spot(), "Hier ontbreekt `artikel`; vul het in.");
    }
    return entry.flatMap(this::law);
  }

  /// Does a rule on these grounds rest on a public task (AVG 6(1)(e))?
  static boolean isPublicTask(List<LawRef> grounds) {
    return grounds.stream().anyMatch(g -> g.name().equals("AVG") && g.article().equals("6(1)(e)"));
  }

  /// Who must say yes.
  ConsentRequirement consent(Entry block) {
    var entry = block.entry("toestemming");
    if (entry.isEmpty()) {
      return new ConsentRequirement(Set.of());
    }
    var regimes = vocabulary.allOf(Regime.class, entry.get().words("regime"), "Het regime");
    var givers = entry.get().word("gevers");
    if (!givers.value().isEmpty() && !givers.value().equals(GIVERS)) {
      faults.add(givers.spot(), "Bij `gevers` kent Sluis alleen " + GIVERS + ".");
    }
    entry.get().close();
    return new ConsentRequirement(regimes);
  }

  private Optional<LawRef> law(Entry entry) {
    var name = entry.word("wet");
    var article = entry.word("artikel");
    entry.close();
    if (!name.value().isEmpty() && !laws.containsKey(name.value())) {
      faults.add(
          name.spot(),
          "De wet `" + name.value() + "` staat niet in wetten.yaml; zet haar daar met haar adres.");
    }
    if (name.value().isEmpty() || article.value().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new LawRef(name.value(), article.value(), laws.getOrDefault(name.value(), "")));
  }
}
