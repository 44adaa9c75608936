package nl.sluis.gateway.zaakdossier;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.nacontrole.Actor;
import nl.sluis.gateway.taak.Lateness;
import nl.sluis.gateway.taak.OpenTask;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;

/// Puts a case in the words of its page: organisations by their name, data by what the convenant
/// calls them, and nobody by anything. May be shared between threads.
final class CaseShowing {
  private final CurrentLaw law;
  private final RiskQuestions questions;

  CaseShowing(CurrentLaw law, RiskQuestions questions) {
    this.law = law;
    this.questions = questions;
  }

  /// Every organisation that any convenant knows but the own one, by name.
  List<CaseModels.Other> others(Oin own, Instant at) {
    var names = new TreeMap<String, String>();
    for (var convenant : law.now().inForce(at)) {
      for (var party : convenant.parties().values()) {
        if (!party.oin().equals(own)) {
          names.put(party.oin().value(), party.name());
        }
      }
    }
    return names.entrySet().stream()
        .map(entry -> new CaseModels.Other(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(CaseModels.Other::name))
        .toList();
  }

  /// A case in the list.
  CaseModels.One one(CaseFile one, String path, Instant now) {
    return new CaseModels.One(
        path, one.kind().code(), one.opened(), one.due(), stand(one), one.daysLate(now));
  }

  /// Something that was judged unjustified and no case is about yet.
  static CaseModels.Waiting waiting(OpenTask open, Instant now) {
    var due = open.task().due();
    return new CaseModels.Waiting(
        open.task().about(), open.openedAt(), due, Lateness.days(due, now));
  }

  private static String stand(CaseFile one) {
    if (one.has(CaseStepKind.GESLOTEN)) {
      return "gesloten";
    }
    if (one.decided().isPresent()) {
      return one.canClose() ? "besloten" : "melden";
    }
    return one.waiting().isPresent() ? "wacht" : "open";
  }

  /// The page of a case for this officer.
  ///
  /// @param gives whether this officer can give it along
  CaseModels.Whole whole(
      CaseReading.Whole whole, String path, Actor who, boolean gives, String wrong, Instant now) {
    var one = whole.one();
    var own = one.organisation();
    var rows = new ArrayList<CaseModels.Row>();
    for (var line : whole.lines()) {
      line.row().ifPresent(row -> rows.add(row(line, row, own, now)));
    }
    boolean proposed = one.waiting().filter(step -> step.by().equals(who)).isPresent();
    return new CaseModels.Whole(
        one,
        path,
        one.scope().other().map(other -> name(other, now)),
        whole.words().getOrDefault(0L, ""),
        clock(one, now),
        one.steps().stream()
            .map(
                step ->
                    new CaseModels.Step(
                        step.kind().code(),
                        step.at(),
                        step.outcome().map(CaseOutcome::code),
                        whole.words().getOrDefault(step.number(), "")))
            .toList(),
        rows,
        whole.lines().size() - rows.size(),
        whole.total(),
        whole.next().isPresent() ? path + "?vanaf=" + whole.next().getAsInt() : "",
        one.kind() == CaseKind.DATALEK ? questions.questions() : List.of(),
        one.last(CaseStepKind.RISICO).map(step -> questions.advice(step.answers())),
        CaseOutcome.of(one.kind()),
        one.waiting(),
        proposed,
        does(whole, proposed),
        gives,
        wrong);
  }

  private static CaseModels.Does does(CaseReading.Whole whole, boolean proposed) {
    var one = whole.one();
    boolean open = !one.has(CaseStepKind.GESLOTEN);
    boolean undecided = open && !one.has(CaseStepKind.BESLUIT);
    boolean breach = one.kind() == CaseKind.DATALEK;
    return new CaseModels.Does(
        undecided && breach,
        undecided && one.waiting().isEmpty() && (!breach || one.has(CaseStepKind.RISICO)),
        undecided && one.waiting().isPresent() && !proposed,
        open
            && one.decided().filter(CaseOutcome::tellsAuthority).isPresent()
            && !one.has(CaseStepKind.AP_GEMELD),
        open && whole.gave() && !one.has(CaseStepKind.TERUGGEHAALD),
        open && one.canClose());
  }

  private static CaseModels.Clock clock(CaseFile one, Instant now) {
    var until = one.stopped().orElse(now);
    return new CaseModels.Clock(
        one.due(),
        one.stopped(),
        Duration.between(until, one.due()).abs().toHours(),
        one.daysLate(now) > 0);
  }

  private CaseModels.Row row(CaseReading.Line line, OwnRow row, Oin own, Instant now) {
    boolean gave = row.from().oin().equals(own);
    var words = law.now().couldGovern(row.from(), row.to(), row.at()).getFirst();
    return new CaseModels.Row(
        LocalDate.ofInstant(row.at(), Age.CALENDAR),
        row.kind().code(),
        gave,
        name(gave ? row.to().oin() : row.from().oin(), row.at()),
        words.purposes().getOrDefault(row.purpose(), row.purpose().code()),
        row.categories().stream()
            .sorted()
            .map(category -> words.labels().getOrDefault(category, category.slug()))
            .toList(),
        line.confirmed()
            .map(confirmed -> confirmed.done().code())
            .or(
                () ->
                    line.recalled().map(asked -> now.isAfter(asked.due()) ? "te-laat" : "gevraagd"))
            .orElse(""),
        line.confirmed().isPresent()
            ? Optional.empty()
            : line.recalled().map(asked -> asked.due()));
  }

  private String name(Oin oin, Instant at) {
    return law.now().known(oin, at).stream().findFirst().map(Party::name).orElse(oin.value());
  }
}
