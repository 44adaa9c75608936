package nl.sluis.policies.convenant;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.sluis.policies.terms.Municipality;
import nl.sluis.policies.terms.Regime;

/// Reads `voorwaarden.yaml`: what must have happened first, and who says that it did.
final class ConditionReader {
  private final Faults faults;
  private final Vocabulary vocabulary;

  ConditionReader(Faults faults) {
    this.faults = faults;
    this.vocabulary = new Vocabulary(faults);
  }

  Map<String, Condition> read(Entry file) {
    var conditions = new LinkedHashMap<String, Condition>();
    for (var block : file.entries("voorwaarden")) {
      var code = block.word("code");
      var source = vocabulary.of(Condition.Source.class, block.word("bron"), "De bron");
      var fields = block.words("velden").stream().map(Word::value).toList();
      var outcomes =
          block.words("uitkomsten").stream().map(Word::value).collect(Collectors.toSet());
      var age = block.number("maximaalDagenOud", 0);
      var residence =
          block.find("gemeente").map(Word::value).filter(w -> !w.isBlank()).map(Municipality::new);
      var youth = youth(block);
      var functions = block.words("functies").stream().map(Word::value).collect(Collectors.toSet());
      var shown = block.flag("toonAanGezin");
      var readFirst = readFirst(block);
      var sentence = block.word("zin").value();
      block.close();
      if (!outcomes.isEmpty() && !fields.contains("uitkomst")) {
        faults.add(block.spot(), "Wie `uitkomsten` noemt, noemt ook het veld `uitkomst`.");
      }
      boolean ofResidence = source.filter(s -> s == Condition.Source.WOONPLAATS).isPresent();
      if (ofResidence != residence.isPresent()) {
        faults.add(block.spot(), "Bij `bron: woonplaats` hoort `gemeente`, en nergens anders.");
      }
      if (source.filter(s -> s == Condition.Source.LEEFTIJD).isPresent() != youth.isPresent()) {
        faults.add(
            block.spot(),
            "Bij `bron: leeftijd` horen `leeftijdOnder` en een hogere `verlengdTot`, en nergens"
                + " anders.");
      }
      boolean signed = source.filter(s -> s == Condition.Source.ONDERTEKEND).isPresent();
      if (signed == functions.isEmpty() || (signed && (outcomes.isEmpty() || age == 0))) {
        faults.add(
            block.spot(),
            "Bij `bron: ondertekend` horen `functies`, `uitkomsten` en `maximaalDagenOud`;"
                + " `functies` hoort nergens anders.");
      }
      boolean claimed = source.filter(s -> s == Condition.Source.BEWEERD).isPresent();
      if (shown && !(claimed && fields.contains("datum"))) {
        faults.add(
            block.spot(),
            "Alleen een beweerd gesprek met een `datum` kan aan het gezin worden getoond.");
      }
      boolean registered = source.filter(s -> s == Condition.Source.REGISTER).isPresent();
      if (readFirst.isPresent() && !(registered && age > 0 && fields.isEmpty())) {
        faults.add(
            block.spot(),
            "Bij `leest` horen `bron: register`, `lezers` en `maximaalDagenOud`, en geen `velden`:"
                + " niemand beweert dat er is gelezen.");
      }
      source.ifPresent(
          s -> {
            var condition =
                new Condition(
                    code.value(),
                    s,
                    fields,
                    outcomes,
                    age,
                    residence,
                    youth,
                    functions,
                    shown,
                    readFirst,
                    sentence);
            if (conditions.put(code.value(), condition) != null) {
              faults.add(code.spot(), "De voorwaarde `" + code.value() + "` staat er al.");
            }
          });
    }
    file.close();
    return conditions;
  }

  private Optional<ReadFirst> readFirst(Entry block) {
    var word = block.find("leest");
    var regimes = vocabulary.allOf(Regime.class, block.words("lezers"), "Het regime");
    if (word.isPresent() == regimes.isEmpty()) {
      faults.add(block.spot(), "`leest` en `lezers` horen bij elkaar.");
    }
    return word.flatMap(w -> vocabulary.of(ReadFirst.Kind.class, w, "Wat lezers kunnen"))
        .map(kind -> new ReadFirst(kind, regimes));
  }

  private static Optional<Condition.Youth> youth(Entry block) {
    var byItself = block.number("leeftijdOnder", 0);
    var extended = block.number("verlengdTot", 0);
    return byItself > 0 && extended > byItself
        ? Optional.of(new Condition.Youth(byItself, extended))
        : Optional.empty();
  }
}
