package nl.sluis.policies.convenant;

import java.time.Period;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.sluis.policies.terms.LawRef;

/// Reads `bewaartermijnen.yaml`: what each code of `bewaar` stands for.
final class RetentionReader {
  private static final String KEEPER = "volgens bronhouder";
  private static final Pattern TERM =
      Pattern.compile("P0D|P[1-9][0-9]?Y([1-9][0-9]?M)?|P[1-9][0-9]?M");

  private final Faults faults;
  private final GroundsReader grounds;

  RetentionReader(Faults faults, Map<String, String> laws) {
    this.faults = faults;
    this.grounds = new GroundsReader(faults, laws);
  }

  Map<String, Retention> read(Entry file) {
    var terms = new LinkedHashMap<String, Retention>();
    for (var block : file.entries("bewaartermijnen")) {
      var code = block.word("code");
      var kept = block.word("dossier").value();
      var term = term(block.word("termijn"));
      var begins = block.word("begint").value();
      var article = grounds.article(block);
      var points = block.words("jurist").stream().map(Word::value).toList();
      block.close();
      var retention =
          new Retention(
              code.value(),
              kept,
              term,
              begins,
              article.orElse(new LawRef("AVG", "5(1)(e)", "")),
              points,
              code.spot().toString());
      if (terms.put(code.value(), retention) != null) {
        faults.add(code.spot(), "De code `" + code.value() + "` staat er al.");
      }
    }
    file.close();
    return terms;
  }

  private Optional<Period> term(Word word) {
    if (word.value().isEmpty() || word.value().equals(KEEPER)) {
      return Optional.empty();
    }
    if (TERM.matcher(word.value()).matches()) {
      return Optional.of(Period.parse(word.value()));
    }
    faults.add(
        word.spot(),
        "Een termijn is een periode zoals P20Y of P1M, of de woorden `" + KEEPER + "`.");
    return Optional.empty();
  }
}
