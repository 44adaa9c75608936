package nl.sluis.dev.voorbeeld;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.sluis.policies.convenant.Condition;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Example;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.overleg.MemberList;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.PartialDelivery;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.question.ScanFinding;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Reason;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/// A worked example of the convenant as a scenario: the same case, but with a real family, a real
/// consent, a real message, and the real answer.
///
/// What the example states as a fact is here brought about by the steps that bring it about in
/// life; what it answers is what the sender hears. Used by one thread.
final class WorkedCase {
  private static final Set<ScanFinding> OF_REGISTERS =
      EnumSet.of(
          ScanFinding.HERLEIDBAAR,
          ScanFinding.GEDOMINEERD,
          ScanFinding.TE_VEEL_CIJFERS,
          ScanFinding.MUUR,
          ScanFinding.ROL_NIET_GEKOZEN,
          ScanFinding.ONTVANGER_ZONDER_OTS,
          ScanFinding.GEEN_MENSELIJK_BESLUIT,
          ScanFinding.NIET_GEVRAAGD);

  private final Convenant convenant;
  private final Example example;
  private final Question question;
  private final Rule rule;
  private final CaseFamily family;
  private final CaseTable table;
  private final CaseHistory history;

  /// @param notBefore what the clock shows already
  WorkedCase(Convenant convenant, Example example, int number, Instant notBefore) {
    this.convenant = convenant;
    this.example = example;
    this.question = example.question();
    this.rule = convenant.rule(example.ruleId()).orElseThrow();
    this.family = new CaseFamily(convenant, question, rule, number, notBefore);
    this.table = new CaseTable(convenant, question);
    this.history = new CaseHistory(question, family);
  }

  /// The worked examples that a name such as `X02-ja` stands for; none when it is no such name.
  ///
  /// @param reader reads what each of them becomes
  /// @throws VoorbeeldFault when one of them is not a scenario
  static List<Scenario> named(String name, Convenant convenant, ScenarioReader reader) {
    return convenant.examples().stream()
        .filter(one -> name.equals(one.ruleId() + (one.yes() ? "-ja" : "-nee")))
        .filter(WorkedCase::canBePlayed)
        .map(
            one ->
                reader.read(
                    one.source(), 1, new WorkedCase(convenant, one, 0, one.question().at()).yaml()))
        .toList();
  }

  /// Can a message bring this about? What our own registers find comes of what they hold.
  static boolean canBePlayed(Example example) {
    return example.question().findings().stream()
        .map(ScanFinding.Found::what)
        .noneMatch(OF_REGISTERS::contains);
  }

  /// Does time pass in it, so that it must come after those in which it does not?
  static boolean takesTime(Example example) {
    return example.question().facts().consent()
            instanceof ConsentState.NotGiven(Set<ConsentState.Lack> lacks)
        && (lacks.contains(ConsentState.Lack.VERLOPEN)
            || lacks.contains(ConsentState.Lack.LEEFTIJD));
  }

  /// The scenario in YAML.
  String yaml() {
    var top = new LinkedHashMap<String, Object>();
    top.put("titel", example.ruleId() + ": " + example.title());
    top.put("uitleg", "Verwacht: " + agreed());
    top.put("tijd", DutchTime.iso(family.start()));
    var parties = new LinkedHashMap<String, Object>();
    parties.put("afzender", question.sender().oin().value());
    parties.put("ontvanger", question.receiver().oin().value());
    family.helper().ifPresent(h -> parties.put(CaseFamily.HELPER, h.oin().value()));
    table.parties().forEach((name, oin) -> parties.putIfAbsent(name, oin.value()));
    top.put("partijen", parties);
    if (family.isThere()) {
      top.put("gezinnen", Map.of(CaseFamily.CHILD, family.block()));
    }
    var steps = new ArrayList<Object>(family.steps());
    steps.addAll(history.steps());
    steps.addAll(conditions());
    steps.addAll(table());
    steps.addAll(reading());
    steps.addAll(family.later());
    steps.add(send());
    if (example.yes()) {
      steps.add(fetch());
    }
    top.put("stappen", steps);
    return new Dump(DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build())
        .dumpToString(top);
  }

  /// What was met and stands in a register is put there first.
  private List<Map<String, Object>> conditions() {
    var steps = new ArrayList<Map<String, Object>>();
    for (var code : new TreeSet<>(question.conditions())) {
      if (!isFrom(code, Condition.Source.BEWEERD)
          && !isFoundOut(code)
          && !isMetByAge(code)
          && !code.equals(CaseHistory.ACCEPTS)
          && !code.equals(MemberList.CONDITION)
          && family.isThere()) {
        var block = new LinkedHashMap<String, Object>();
        block.put("door", family.recorder());
        block.put("over", CaseFamily.CHILD);
        block.put("verwijzing", family.reference());
        block.put("voorwaarde", code);
        block.put("doel", question.purpose().code());
        block.put("aan", family.receiver());
        steps.add(Map.of("leg voorwaarde vast", block));
      }
    }
    return steps;
  }

  /// A table whose list is frozen, when the case says that there was one.
  private List<Map<String, Object>> table() {
    return sitsAtTable() ? table.steps(family) : List.of();
  }

  /// A text that everybody who must read it let go, when the case says that it was read.
  private List<Object> reading() {
    var read =
        question.conditions().stream()
            .flatMap(code -> Optional.ofNullable(convenant.conditions().get(code)).stream())
            .flatMap(condition -> condition.readFirst().stream())
            .findFirst()
            .filter(_ -> family.isThere());
    return read.isPresent()
        ? CaseReading.steps(convenant, read.get(), question, rule, family)
        : List.of();
  }

  private boolean sitsAtTable() {
    return question.conditions().contains(MemberList.CONDITION) && family.isThere();
  }

  private boolean isFoundOut(String code) {
    return Optional.ofNullable(convenant.conditions().get(code))
        .filter(Condition::isFoundOut)
        .isPresent();
  }

  private boolean isFrom(String code, Condition.Source source) {
    return Optional.ofNullable(convenant.conditions().get(code))
        .filter(condition -> condition.source() == source)
        .isPresent();
  }

  private boolean isMetByAge(String code) {
    return Optional.ofNullable(convenant.conditions().get(code))
        .filter(condition -> condition.isMetAt(question.facts().age(), false))
        .isPresent();
  }

  private Map<String, Object> send() {
    var block = new LinkedHashMap<String, Object>();
    block.put("van", family.sender());
    block.put("aan", family.receiver());
    block.put("doel", question.purpose().code());
    if (question.reference() != ReferenceKind.GEEN) {
      block.put("over", CaseFamily.CHILD);
      block.put("verwijzing", family.reference());
    }
    var content = new CaseContent(convenant, question, rule);
    block.put("categorieen", content.categories());
    putIfAny(block, "open", content.open());
    putIfAny(block, "verzegeld", content.sealed());
    var claimed =
        question.conditions().stream()
            .filter(code -> isFrom(code, Condition.Source.BEWEERD))
            .sorted()
            .toList();
    var claims = new LinkedHashMap<String, Object>();
    claimed.forEach(code -> claims.put(code, history.claim(code)));
    if (sitsAtTable()) {
      claims.put(MemberList.CONDITION, Map.of("overleg", CaseTable.ID));
    }
    if (!claims.isEmpty()) {
      block.put("voorwaarden", claims);
    }
    var necessities = content.necessities();
    if (!necessities.isEmpty()) {
      block.put("noodzaak", necessities);
    }
    content.meldcode().ifPresent(record -> block.put("meldcode", record));
    if (rule.conditions().stream().anyMatch(code -> isFrom(code, Condition.Source.ONDERTEKEND))) {
      block.put("getekend", signed());
    }
    if (question.partial() == PartialDelivery.LEVER_REST) {
      block.put("bij gedeeltelijk", "lever-rest");
    }
    var step = new LinkedHashMap<String, Object>();
    step.put("stap", "bericht");
    step.put("stuur", block);
    step.put("verwacht", expected());
    return step;
  }

  private Object signed() {
    var signed =
        question.conditions().stream()
            .filter(code -> isFrom(code, Condition.Source.ONDERTEKEND))
            .sorted()
            .toList();
    return signed.isEmpty() ? "geen" : signed;
  }

  private static void putIfAny(Map<String, Object> block, String key, List<String> words) {
    if (!words.isEmpty()) {
      block.put(key, words);
    }
  }

  private Map<String, Object> expected() {
    var expected = new LinkedHashMap<String, Object>();
    expected.put("uitkomst", example.outcome());
    if (example.yes()) {
      expected.put("regel", example.ruleId());
      expected.put("achtergehouden", withheld());
      if (!example.obligations().isEmpty()) {
        expected.put(
            "verplichtingen", example.obligations().stream().map(o -> o.code()).sorted().toList());
      }
    } else {
      expected.put("redenen", reasons());
    }
    return expected;
  }

  /// What the parties agreed on, in one line.
  private String agreed() {
    return example.outcome() + (example.yes() ? "" : " (" + String.join(", ", reasons()) + ")");
  }

  private Map<String, String> withheld() {
    var withheld = new TreeMap<String, String>();
    example
        .withheld()
        .forEach((category, reason) -> withheld.put(category.name(), told(reason).code()));
    return withheld;
  }

  /// The reasons as the sender hears them.
  List<String> reasons() {
    return example.because().stream().map(r -> told(r).code()).distinct().sorted().toList();
  }

  private Reason told(Reason reason) {
    return reason.toldOn(rule.lane());
  }

  private Map<String, Object> fetch() {
    Set<DataCategory> released = new TreeSet<>(question.categories());
    released.removeAll(example.withheld().keySet());
    var step = new LinkedHashMap<String, Object>();
    step.put("haal op", Map.of("door", family.receiver(), "pakket van", "bericht"));
    var expected = new LinkedHashMap<String, Object>();
    expected.put("handtekening", "klopt");
    expected.put("categorieen", released.stream().map(Enum::name).collect(Collectors.toList()));
    step.put("verwacht", expected);
    return step;
  }
}
