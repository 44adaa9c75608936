package nl.sluis.policies.toezicht;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.sluis.policies.convenant.ConvenantFault;
import nl.sluis.policies.convenant.Days;
import nl.sluis.policies.convenant.Digest;
import nl.sluis.policies.convenant.Entry;
import nl.sluis.policies.convenant.Faults;
import nl.sluis.policies.convenant.Spot;
import nl.sluis.policies.convenant.Word;
import nl.sluis.policies.convenant.Yaml;
import nl.sluis.policies.toezicht.ControlPolicy.Handling;
import nl.sluis.policies.toezicht.ControlPolicy.SampleRule;
import nl.sluis.policies.toezicht.ControlPolicy.Status;

/// Reads the files of one version of the control policy and says everything that is wrong with it.
/// For one thread, once.
final class ControlPolicyReader {
  private static final String HEAD = "beleid.yaml";
  private static final String EXPLANATIONS = "verklaringen.yaml";
  private static final String SIGNALS = "signalen.yaml";
  private static final int MOST_CASES = 500;
  private static final int MOST_ROWS = 5_000;

  private final String folder;
  private final SortedMap<String, String> files;
  private final Faults faults = new Faults();

  /// @param folder where the version stands, with a slash at its end
  /// @param files the text of each file in it, by path
  ControlPolicyReader(String folder, SortedMap<String, String> files) {
    this.folder = folder;
    this.files = files;
  }

  /// What reading gives.
  sealed interface Result {
    /// It is sound.
    record Whole(ControlPolicy policy) implements Result {}

    /// It is not.
    record Broken(List<ConvenantFault> faults) implements Result {}
  }

  Result result() {
    unknownFiles();
    var head = file(HEAD);
    var explanations = file(EXPLANATIONS).map(ExplanationReader::read).orElse(List.of());
    var signals = file(SIGNALS).map(SignalReader::read);
    var policy =
        head.flatMap(entry -> signals.flatMap(found -> policy(entry, explanations, found)));
    return policy.isPresent() && faults.isEmpty()
        ? new Result.Whole(policy.get())
        : new Result.Broken(faults.all());
  }

  private Optional<ControlPolicy> policy(
      Entry head, List<Explanation> explanations, SignalReader.Found signals) {
    var id = head.word("id").value();
    var version = head.word("versie").value();
    var title = head.word("titel").value();
    var status = status(head.word("status"));
    var grounds = head.words("grondslag");
    if (grounds.isEmpty()) {
      faults.add(head.spotOf("grondslag"), "Noem ten minste één artikel waarop de controle rust.");
    }
    head.word("geldigVan");
    var from = head.day("geldigVan");
    var until = head.day("geldigTot");
    int cases = between(head, "gevallenPerWeek", 1, MOST_CASES);
    var work = work(head);
    var sample = sample(head);
    head.close();
    if (!folder.endsWith("/" + id + "/" + version + "/")) {
      faults.add(head.spot(), "De map heet niet naar `id` en `versie`.");
    }
    until
        .filter(end -> from.filter(first -> !end.isAfter(first)).isPresent())
        .ifPresent(
            _ -> faults.add(head.spotOf("geldigTot"), "`geldigTot` ligt niet na `geldigVan`."));
    return status.flatMap(
        one ->
            from.map(
                first ->
                    new ControlPolicy(
                        id,
                        version,
                        title,
                        one,
                        new Days(first, until),
                        cases,
                        work,
                        explanations,
                        signals.watching(),
                        signals.rules(),
                        sample,
                        Digest.of(relative()))));
  }

  private Optional<Status> status(Word word) {
    var status =
        Arrays.stream(Status.values())
            .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word.value()))
            .findFirst();
    if (status.isEmpty()) {
      faults.add(word.spot(), "Bij `status` hoort `voorbeeld` of `vastgesteld`.");
    }
    return status;
  }

  private Map<Work, Handling> work(Entry head) {
    var work = new EnumMap<Work, Handling>(Work.class);
    for (var block : head.entries("werk")) {
      var word = block.word("soort");
      int days = block.number("dagen", 0);
      boolean two = block.flag("tweedePersoon");
      block.close();
      var kind = Work.of(word.value());
      if (kind.isEmpty()) {
        faults.add(word.spot(), "Werk van de soort `" + word.value() + "` bestaat niet.");
      } else {
        checkWork(block, kind.get(), days, two);
        if (work.put(kind.get(), new Handling(days, two)) != null) {
          faults.add(word.spot(), "De soort `" + word.value() + "` staat er al.");
        }
      }
    }
    Stream.of(Work.values())
        .filter(kind -> !work.containsKey(kind))
        .forEach(
            kind ->
                faults.add(
                    head.spotOf("werk"),
                    "Bij `werk` ontbreekt `"
                        + kind.code()
                        + "`: wat niet wordt gezegd, gebeurt niet."));
    return work;
  }

  private void checkWork(Entry block, Work kind, int days, boolean two) {
    if (days < 1 || days > kind.longestDays()) {
      faults.add(
          block.spotOf("dagen"),
          "Voor `%s` mag een termijn 1 tot en met %d dagen zijn."
              .formatted(kind.code(), kind.longestDays()));
    }
    if (kind.alwaysTwo() && !two) {
      faults.add(
          block.spot(),
          "`" + kind.code() + "` sluit altijd een tweede persoon: `tweedePersoon: ja`.");
    }
  }

  private SampleRule sample(Entry head) {
    var block = head.entry("steekproef");
    if (block.isEmpty()) {
      faults.add(head.spot(), "Hier ontbreekt `steekproef`; zeg hoe groot zij is.");
      return new SampleRule(1, 1, 1);
    }
    var entry = block.get();
    int size = between(entry, "rijen", 1, MOST_ROWS);
    int sure = between(entry, "zekerheid", 50, 99);
    int most = between(entry, "hoogstensFout", 1, 50);
    entry.close();
    int needed = Bound.neededWithoutFault(most / 100.0, sure / 100.0);
    if (size < needed) {
      faults.add(
          entry.spotOf("rijen"),
          "Met %d rijen zonder fout is %d%% zekerheid over minder dan %d%% fout niet te halen; daarvoor zijn er %d nodig."
              .formatted(size, sure, most, needed));
    }
    return new SampleRule(size, sure, most);
  }

  private int between(Entry entry, String key, int least, int most) {
    entry.word(key);
    int number = entry.number(key, least);
    if (number < least || number > most) {
      faults.add(
          entry.spotOf(key),
          "Bij `%s` hoort een getal van %d tot en met %d.".formatted(key, least, most));
      return least;
    }
    return number;
  }

  private Optional<Entry> file(String name) {
    var text = files.get(folder + name);
    if (text == null) {
      faults.add(new Spot(folder + name, 0), "Dit bestand ontbreekt.");
      return Optional.empty();
    }
    return Yaml.read(folder + name, text, faults);
  }

  private void unknownFiles() {
    var known = List.of(folder + HEAD, folder + EXPLANATIONS, folder + SIGNALS);
    files.keySet().stream()
        .filter(path -> !known.contains(path))
        .forEach(
            path ->
                faults.add(new Spot(path, 0), "Dit bestand hoort niet bij een controlebeleid."));
  }

  private Map<String, String> relative() {
    var relative = new TreeMap<String, String>();
    files.forEach((path, text) -> relative.put(path.substring(folder.length()), text));
    return relative;
  }
}
