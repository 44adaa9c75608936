package nl.sluis.policies.convenant;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import nl.sluis.policies.terms.DataCategory;

/// Reads `categorieen.yaml`: the plain name and the class of every category.
final class CategoryReader {
  private final Faults faults;
  private final Vocabulary vocabulary;

  CategoryReader(Faults faults) {
    this.faults = faults;
    this.vocabulary = new Vocabulary(faults);
  }

  Map<DataCategory, String> read(Entry file) {
    var labels = new EnumMap<DataCategory, String>(DataCategory.class);
    for (var block : file.entries("categorieen")) {
      var code = block.word("code");
      var name = block.word("naam");
      var grade = block.word("klasse");
      var label = block.word("label").value();
      block.find("toelichting");
      block.close();
      vocabulary
          .category(code)
          .ifPresent(
              category -> {
                check(name, category.slug(), "heet in het domein");
                check(grade, code(category.sensitivity()), "heeft als klasse");
                if (labels.put(category, label) != null) {
                  faults.add(code.spot(), "De categorie `" + category + "` staat er al.");
                }
              });
    }
    for (var category : DataCategory.values()) {
      if (!labels.containsKey(category)) {
        faults.add(file.spot(), "De categorie `" + category + "` ontbreekt.");
      }
    }
    file.close();
    return labels;
  }

  private void check(Word word, String expected, String says) {
    if (!word.value().isEmpty() && !word.value().equals(expected)) {
      faults.add(
          word.spot(),
          "`" + word.value() + "` klopt niet; deze categorie " + says + " `" + expected + "`.");
    }
  }

  private static String code(DataCategory.Sensitivity sensitivity) {
    return sensitivity.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
