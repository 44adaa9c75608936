package nl.sluis.policies.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Example;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Reason;

/// Which worked examples come, go, or are written differently.
final class CasesMoved {
  private CasesMoved() {}

  static List<String> between(Convenant before, Convenant after) {
    return Part.moved(byName(before), byName(after), name -> name, parts());
  }

  /// An example beside the version it stands in: whoever names no day means the first one.
  private record Worked(Example example, Convenant in) {}

  private static Map<String, Worked> byName(Convenant convenant) {
    return convenant.examples().stream()
        .collect(
            Collectors.toMap(
                e -> "Voorbeeld " + e.ruleId() + " \"" + e.title() + "\"",
                e -> new Worked(e, convenant),
                (first, _) -> first));
  }

  private static List<Part<Worked>> parts() {
    var parts = new ArrayList<Part<Worked>>();
    parts.add(Part.flag("is een ja", w -> w.example().yes()));
    parts.add(Part.one("heeft als uitkomst", w -> w.example().outcome()));
    parts.add(
        Part.some("heeft als redenen", w -> w.example().because().stream().map(Reason::code)));
    parts.add(
        Part.some(
            "houdt achter",
            w ->
                w.example().withheld().entrySet().stream()
                    .map(e -> e.getKey() + " om " + e.getValue().code())));
    parts.add(
        Part.some("verplicht tot", w -> w.example().obligations().stream().map(Obligation::code)));
    parts.add(Part.some("vraagt", w -> pieces(w.example().question(), w.in())));
    return parts;
  }

  private static Stream<String> pieces(Question asked, Convenant convenant) {
    var plain =
        Stream.of(
            day(asked, convenant),
            "doel " + asked.purpose(),
            "van " + who(asked.sender(), convenant),
            "aan " + who(asked.receiver(), convenant),
            "verwijzing " + asked.reference().code(),
            "bij gedeeltelijk " + lower(asked.partial()),
            asked.facts().age().map(age -> "leeftijd " + age.years()).orElse(""),
            asked.facts().municipality().map(m -> "woont in " + m).orElse(""));
    return Stream.of(
            plain,
            asked.categories().stream().map(c -> "geeft " + c),
            asked.sealed().stream().map(c -> "verzegeld " + c),
            asked.motivated().stream().map(c -> "noodzaak bij " + c),
            asked.conditions().stream().map(c -> "voorwaarde " + c),
            asked.findings().stream().map(f -> "vondst " + lower(f.what()) + " in " + f.where()),
            asked.facts().restrictions().stream().map(r -> "stop " + lower(r)),
            meldcode(asked.meldcode()),
            consent(asked.facts().consent()))
        .flatMap(Function.identity())
        .filter(s -> !s.isEmpty());
  }

  private static String day(Question asked, Convenant convenant) {
    var at = asked.at().atZone(Age.CALENDAR);
    return at.toLocalDate().equals(convenant.validFrom()) ? "" : "op " + at.toLocalDateTime();
  }

  private static String who(PartyRole who, Convenant convenant) {
    return Optional.ofNullable(convenant.parties().get(who.oin()))
            .map(Party::key)
            .orElse(who.oin().value())
        + " als "
        + who.role();
  }

  private static Stream<String> meldcode(MeldcodeState state) {
    return switch (state) {
      case MeldcodeState.Absent() -> Stream.empty();
      case MeldcodeState.Acute() -> Stream.of("acuut");
      case MeldcodeState.Complete(boolean informed) ->
          Stream.of(informed ? "meldcode, gezin ingelicht" : "meldcode, gezin niet ingelicht");
      case MeldcodeState.Incomplete(var gaps) -> gaps.stream().map(g -> "meldcode mist " + g);
    };
  }

  private static Stream<String> consent(ConsentState state) {
    return switch (state) {
      case ConsentState.Given(var categories, var ids) ->
          Stream.concat(
              categories.stream().map(c -> "toestemming voor " + c),
              ids.stream().map(id -> "toestemming " + id));
      case ConsentState.NotGiven(var lacks) ->
          Stream.concat(
              Stream.of("geen toestemming"), lacks.stream().map(l -> "toestemming " + lower(l)));
      case ConsentState.CustodyUnknown() -> Stream.of("gezag onbekend");
      case ConsentState.ShieldedGiver() -> Stream.of("gever afgeschermd");
    };
  }

  private static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
