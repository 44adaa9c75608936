package nl.sluis.dev.uitwisseling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What somebody may do to the receipt of row 5 of 21, and what a reader is told then.
final class SpoiltReceipt {
  private SpoiltReceipt() {}

  /// What somebody did to the receipt, and what is said of it.
  static Map<String, String> of(String receipt) {
    var lines = List.of(receipt.split("\n", -1));
    var cases = new LinkedHashMap<String, String>();
    var root = "Niet in orde: de rij en het pad leiden naar een andere wortel.";
    cases.put(with(lines, 1, other(lines.get(1), 20)), root);
    cases.put(with(lines, 2, "index 4"), root);
    cases.put(
        with(lines, 2, "index 21"),
        "Niet in orde: de rij valt buiten het logboek: zoveel rijen telde het niet.");
    cases.put(
        with(lines, 2, "index 05"),
        "Niet in orde: de plaats van de rij ontbreekt of is geen getal.");
    for (var hash = 3; hash < 8; hash++) {
      cases.put(with(lines, hash, other(lines.get(hash), 7)), root);
      cases.put(
          with(lines, hash, lines.get(hash).substring(4)),
          "Niet in orde: een hash in het pad is niet heel.");
    }
    cases.put(
        receipt.replace(lines.get(7) + "\n", ""),
        "Niet in orde: het pad naar de wortel is te kort.");
    cases.put(
        with(lines, 7, lines.get(7) + "\n" + lines.get(7)),
        "Niet in orde: het pad naar de wortel is te lang.");
    cases.put(
        with(lines, 9, "elders.example/logboek"),
        "Niet in orde: het is een ander logboek dan dat van de sleutel.");
    cases.put(with(lines, 10, "22"), "Niet in orde: de handtekening onder de wortel klopt niet.");
    cases.put(with(lines, 10, "21 "), "Niet in orde: het aantal rijen ontbreekt of is geen getal.");
    cases.put(with(lines, 11, other(lines.get(11), 3)), root);
    cases.put(with(lines, 11, ""), "Niet in orde: de wortel ontbreekt of is niet heel.");
    var signature = lines.get(13);
    var start = signature.lastIndexOf(' ') + 1;
    cases.put(
        with(lines, 13, other(signature, start + 40)),
        "Niet in orde: de handtekening onder de wortel klopt niet.");
    cases.put(
        with(lines, 13, other(signature, start)),
        "Niet in orde: deze sleutel heeft hier niet getekend.");
    cases.put(
        with(lines, 13, signature.substring(2)),
        "Niet in orde: een regel met een handtekening is niet heel.");
    cases.put(
        receipt + (signature + "\n").repeat(32),
        "Niet in orde: er staan te veel handtekeningen onder.");
    cases.put(
        with(lines, 0, "c2sp.org/tlog-proof@v2"),
        "Niet in orde: dit is geen ontvangstbewijs van een logboek.");
    cases.put(
        "Beste ouder, alles is in orde.",
        "Niet in orde: dit is geen ontvangstbewijs van een logboek.");
    cases.put(
        lines.getFirst(),
        "Niet in orde: het bewijs is niet heel; plak het van de eerste tot de laatste regel.");
    cases.put(
        with(lines, 1, "extra "), "Niet in orde: het blad van de rij ontbreekt of is niet heel.");
    cases.put(with(lines, 11, "AAAA"), "Niet in orde: de wortel ontbreekt of is niet heel.");
    cases.put(
        receipt + "x".repeat(70_000),
        "Niet in orde: de tekst is langer dan een ontvangstbewijs kan zijn.");
    return cases;
  }

  private static String with(List<String> lines, int at, String line) {
    var changed = new ArrayList<>(lines);
    changed.set(at, line);
    return String.join("\n", changed);
  }

  /// The same text with another letter at this place.
  static String other(String text, int at) {
    var letter = text.charAt(at) == 'A' ? 'B' : 'A';
    return text.substring(0, at) + letter + text.substring(at + 1);
  }
}
