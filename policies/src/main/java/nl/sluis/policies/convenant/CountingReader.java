package nl.sluis.policies.convenant;

import java.util.LinkedHashMap;
import nl.sluis.policies.cijfers.Counting;
import nl.sluis.policies.cijfers.Guard;

/// Reads `cijfers.yaml`: how large a group must be, and what may be counted.
final class CountingReader {
  private static final int SMALLEST = 10;
  private static final int WHOLE = 100;

  private final Faults faults;

  CountingReader(Faults faults) {
    this.faults = faults;
  }

  Counting read(Entry file) {
    int smallest = file.number("kleinsteGroep", 0);
    int share = file.number("grootsteAandeel", 0);
    if (smallest < SMALLEST) {
      faults.add(file.spotOf("kleinsteGroep"), "Een groep telt ten minste tien mensen.");
    }
    if (share < 1 || share > WHOLE) {
      faults.add(file.spotOf("grootsteAandeel"), "Een aandeel is een percentage van 1 tot 100.");
    }
    var measures = new LinkedHashMap<String, Counting.Measure>();
    for (var block : file.entries("maten")) {
      var code = block.word("code");
      var sentence = block.word("zin").value();
      var many = block.flag("meerBijdragers");
      block.close();
      if (measures.put(code.value(), new Counting.Measure(code.value(), sentence, many)) != null) {
        faults.add(code.spot(), "De maat `" + code.value() + "` staat er al.");
      }
    }
    var ages = file.words("leeftijdsgroepen").stream().map(Word::value).toList();
    file.close();
    var safe = new Guard(Math.max(SMALLEST, smallest), Math.clamp(share, 1, WHOLE));
    return new Counting(safe, measures, ages);
  }
}
