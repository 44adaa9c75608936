package nl.sluis.policies.convenant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.sluis.policies.terms.Municipality;

/// What stands in `convenant.yaml`.
///
/// @param basis the model text on which it rests, such as `model-kennemerland/2026-09`
/// @param without the rules of the model that do not hold here, each with the reason
record Head(
    String id,
    String version,
    String title,
    Optional<String> basis,
    Map<String, Word> without,
    Optional<Convenant.Status> status,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    List<Served> region,
    int overlapDays,
    List<Holiday> schoolHolidays) {
  /// How long a party that did not sign yet keeps the former version, when the text says nothing.
  private static final int DEFAULT_OVERLAP = 90;

  static Head read(Entry entry, Faults faults) {
    var status =
        new Vocabulary(faults).of(Convenant.Status.class, entry.word("status"), "De status");
    var from = day(entry, "geldigVan");
    var until = day(entry, "geldigTot");
    if (from.isPresent() && until.isPresent() && !until.get().isAfter(from.get())) {
      faults.add(
          entry.spotOf("geldigTot"),
          "`geldigTot` ligt niet na `geldigVan`; draai de dagen om of kies een latere dag.");
    }
    var id = entry.word("id").value();
    var version = entry.word("versie").value();
    var title = entry.word("titel").value();
    var basis = entry.find("basis").map(Word::value);
    var without = without(entry);
    var region = region(entry, from);
    var overlap = entry.number("overgangDagen", DEFAULT_OVERLAP);
    entry.find("toelichting");
    var holidays =
        entry.entries("schoolvakanties").stream().flatMap(b -> holiday(b, faults)).toList();
    entry.close();
    return new Head(
        id, version, title, basis, without, status, from, until, region, overlap, holidays);
  }

  private static Map<String, Word> without(Entry entry) {
    var without = new LinkedHashMap<String, Word>();
    for (var block : entry.entries("zonderRegels")) {
      var rule = block.word("regel").value();
      without.put(rule, new Word(block.word("want").value(), block.spot()));
      block.close();
    }
    return without;
  }

  private static List<Served> region(Entry entry, Optional<LocalDate> from) {
    var region = new ArrayList<Served>();
    for (var item : entry.items("gemeenten", "naam")) {
      var name = item.word("naam").value();
      var first = item.day("van").or(() -> from).orElse(LocalDate.EPOCH);
      var days = new Days(first, item.day("tot"));
      item.close();
      if (!name.isEmpty()) {
        region.add(new Served(new Municipality(name), days));
      }
    }
    return region;
  }

  private static Stream<Holiday> holiday(Entry block, Faults faults) {
    var name = block.word("naam").value();
    var first = day(block, "eersteDag");
    var last = day(block, "laatsteDag");
    block.close();
    if (first.isEmpty() || last.isEmpty()) {
      return Stream.empty();
    }
    if (last.get().isBefore(first.get())) {
      faults.add(block.spotOf("laatsteDag"), "`laatsteDag` ligt voor `eersteDag`.");
      return Stream.empty();
    }
    return Stream.of(new Holiday(name, first.get(), last.get()));
  }

  private static Optional<LocalDate> day(Entry head, String key) {
    head.word(key);
    return head.day(key);
  }
}
