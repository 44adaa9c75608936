package nl.sluis.policies.toezicht;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import nl.sluis.policies.convenant.Entry;
import nl.sluis.policies.convenant.Faults;
import nl.sluis.policies.toezicht.ControlPolicy.SignalRule;
import nl.sluis.policies.toezicht.ControlPolicy.Watching;

/// Reads `signalen.yaml`: what is counted, and when somebody's work stands out.
final class SignalReader {
  /// With fewer, who is compared with whom could be guessed, and one colleague moves the median.
  private static final int SMALLEST_GROUP = 5;

  private static final int LONGEST_HISTORY = 182;
  private static final int HOURS = 24;
  private static final int WEEK = 7;

  private SignalReader() {}

  record Found(Watching watching, Map<SignalKind, SignalRule> rules) {}

  static Found read(Entry file) {
    var faults = file.faults();
    int window = file.number("vensterDagen", 0);
    int history = file.number("geschiedenisDagen", 0);
    int group = file.number("kleinsteGroep", 0);
    int opens = file.number("kantoorVan", 0);
    int closes = file.number("kantoorTot", 0);
    if (window < 1 || window > WEEK) {
      faults.add(file.spotOf("vensterDagen"), "Een venster telt een tot en met zeven dagen.");
    }
    if (history < 2 * WEEK || history > LONGEST_HISTORY || history % WEEK != 0) {
      faults.add(
          file.spotOf("geschiedenisDagen"),
          "De geschiedenis telt hele weken, van 14 tot en met 182 dagen.");
    }
    if (group < SMALLEST_GROUP) {
      faults.add(file.spotOf("kleinsteGroep"), "Vergelijken mag pas met ten minste vijf anderen.");
    }
    if (opens >= closes || closes > HOURS) {
      faults.add(file.spotOf("kantoorVan"), "`kantoorVan` ligt niet voor `kantoorTot`.");
    }
    var rules = rules(file, faults);
    file.close();
    return new Found(
        new Watching(
            Math.clamp(window, 1, WEEK), Math.max(2 * WEEK, history), group, opens, closes),
        rules);
  }

  private static Map<SignalKind, SignalRule> rules(Entry file, Faults faults) {
    var rules = new EnumMap<SignalKind, SignalRule>(SignalKind.class);
    for (var block : file.entries("signalen")) {
      var word = block.word("soort");
      var sentence = block.word("zin").value();
      double limit = decimal(block, "grens", 0);
      int least = block.number("tenMinste", 1);
      double slack = decimal(block, "speling", 0);
      block.close();
      var kind = SignalKind.of(word.value());
      if (kind.isEmpty()) {
        faults.add(word.spot(), "Een signaal van de soort `" + word.value() + "` bestaat niet.");
      } else {
        checkLimit(block, kind.get(), limit, slack);
        var rule = new SignalRule(kind.get(), limit, least, slack, sentence);
        if (rules.put(kind.get(), rule) != null) {
          faults.add(word.spot(), "Het signaal `" + word.value() + "` staat er al.");
        }
      }
    }
    Stream.of(SignalKind.values())
        .filter(kind -> !rules.containsKey(kind))
        .forEach(
            kind ->
                faults.add(
                    file.spotOf("signalen"),
                    "Bij `signalen` ontbreekt `"
                        + kind.code()
                        + "`; ook wat niet wordt gerekend staat er."));
    return rules;
  }

  private static void checkLimit(Entry block, SignalKind kind, double limit, double slack) {
    boolean wrong =
        switch (kind.way()) {
          case COUNT -> limit < 1 || limit != Math.rint(limit);
          case PEERS -> limit < 2;
          case SERIES -> limit <= 0 || slack <= 0;
          case ABSENT -> limit != 0;
        };
    if (wrong) {
      block
          .faults()
          .add(
              block.spotOf("grens"),
              switch (kind.way()) {
                case COUNT -> "Bij `grens` hoort een heel getal van een of meer.";
                case PEERS -> "Een grens onder 2 keer de spreiding wijst op gewone mensen.";
                case SERIES -> "Een reeks heeft een `grens` en een `speling` boven nul.";
                case ABSENT -> "Hierover weet Sluis niets; laat `grens` weg.";
              });
    }
  }

  private static double decimal(Entry block, String key, double absent) {
    var word = block.find(key);
    try {
      return word.isEmpty() ? absent : Double.parseDouble(word.get().value());
    } catch (NumberFormatException _) {
      block.faults().add(word.get().spot(), "Bij `" + key + "` hoort een getal, zoals 3.5.");
      return absent;
    }
  }
}
