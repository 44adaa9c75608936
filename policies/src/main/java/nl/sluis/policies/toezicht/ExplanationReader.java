package nl.sluis.policies.toezicht;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.sluis.policies.convenant.Entry;
import nl.sluis.policies.convenant.Faults;
import nl.sluis.policies.terms.Lane;

/// Reads `verklaringen.yaml`: what makes a row plain.
final class ExplanationReader {
  private ExplanationReader() {}

  static List<Explanation> read(Entry file) {
    var faults = file.faults();
    var found = new ArrayList<Explanation>();
    var ids = new HashSet<String>();
    for (var block : file.entries("verklaringen")) {
      var id = block.word("id");
      var sentence = block.word("zin").value();
      var endings = set(block, "bij", Deed.Ending::of, faults);
      var lanes = set(block, "banen", ExplanationReader::lane, faults);
      var needs = set(block, "vraagt", Evidence::of, faults);
      block.close();
      if (!ids.add(id.value())) {
        faults.add(id.spot(), "De verklaring `" + id.value() + "` staat er al.");
      }
      if (endings.isEmpty() || endings.contains(Deed.Ending.GEVRAAGD)) {
        faults.add(
            block.spotOf("bij"), "Bij `bij` hoort `verstrekt`, `geweigerd` of `aangehouden`.");
      }
      if (needs.isEmpty()) {
        faults.add(
            block.spotOf("vraagt"),
            "Een verklaring die niets vraagt verklaart alles; noem bij `vraagt` wat er moet zijn.");
      }
      if (needs.equals(Set.of(Evidence.EIGEN_INSCHRIJVING))
          && lanes.isEmpty()
          && endings.contains(Deed.Ending.VERSTREKT)) {
        faults.add(
            block.spotOf("vraagt"),
            "Dat een kind ergens op school zit verklaart niet elke weg; noem bij `banen` welke.");
      }
      found.add(new Explanation(id.value(), sentence, endings, lanes, needs));
    }
    file.close();
    if (found.isEmpty()) {
      faults.add(file.spot(), "Zonder verklaringen staat elke rij in de rij van de functionaris.");
    }
    return found;
  }

  private static <T> Set<T> set(
      Entry block, String key, Function<String, Optional<T>> known, Faults faults) {
    var set = new HashSet<T>();
    for (var word : block.words(key)) {
      known
          .apply(word.value())
          .ifPresentOrElse(
              set::add,
              () ->
                  faults.add(
                      word.spot(), "`" + word.value() + "` bestaat niet bij `" + key + "`."));
    }
    return set;
  }

  private static Optional<Lane> lane(String code) {
    return Arrays.stream(Lane.values()).filter(lane -> lane.code().equals(code)).findFirst();
  }
}
