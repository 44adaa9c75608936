package nl.sluis.gateway.cijfers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.desk.Denial;
import nl.sluis.gateway.desk.OnBehalf;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.LogScan;
import nl.sluis.gateway.peer.Mandates;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.policies.cijfers.Group;
import nl.sluis.policies.cijfers.Period;
import nl.sluis.policies.cijfers.Rest;
import nl.sluis.policies.cijfers.Verdict;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// Counts that Sluis derives from the logbook for whoever looks after a convenant: how many
/// disclosures there were, never about whom.
///
/// Whoever asks does not know the numbers, so every refusal on a number sounds the same: too small,
/// too close to a count given before, or mostly of one child. May be shared between threads.
public final class CountDesk {
  private static final String MEASURE = "verstrekkingen";

  private final DataSource database;
  private final LogScan scan;
  private final CurrentLaw law;
  private final Mandates mandates;
  private final GivenCounts given;

  /// @param region in whose part of the database the counts are remembered
  public CountDesk(
      String region, DataSource database, LogScan scan, CurrentLaw law, Mandates mandates) {
    this.database = database;
    this.scan = scan;
    this.law = law;
    this.mandates = mandates;
    this.given = new GivenCounts(region);
  }

  /// What a question came to.
  public sealed interface Answer {
    /// The number.
    ///
    /// @param body `aantal`, `periode` and, when it was asked, `doel`
    record Count(ObjectNode body) implements Answer {}

    /// Nothing is told.
    ///
    /// @param why the stable word
    /// @param sentence why in this case, and what to do
    record Nothing(Denial why, String sentence) implements Answer {}
  }

  /// How many disclosures there were in a period that is over, for one purpose or for all.
  ///
  /// @param id the convenant under which they were made; who looks after another gets nothing
  public Work<Answer> ask(
      Oin caller, PartyRole party, String id, Period period, Optional<Purpose> purpose, Instant now)
      throws SQLException {
    var convenant = looksAfter(party, id, now);
    if (convenant.isEmpty()) {
      return new Fixed(
          new Answer.Nothing(Denial.ROL_NIET_BEVOEGD, "Alleen de convenantbeheerder vraagt dit."));
    }
    var over = period.end().isAfter(YearMonth.from(now.atZone(Age.CALENDAR)));
    var known = convenant.get().purposes().keySet();
    if (over || (purpose.isPresent() && !known.contains(purpose.get()))) {
      return new Fixed(
          new Answer.Nothing(
              Denial.CIJFER_NIET_TE_GEVEN,
              "Vraag een periode die voorbij is en een doel dat bestaat."));
    }
    var purposes = known.stream().map(Purpose::code).collect(Collectors.toCollection(TreeSet::new));
    try (var connection = database.getConnection()) {
      var counted =
          Disclosures.read(
              connection, scan, convenant.get().id(), period.first().getYear(), purposes);
      purposes.add(Disclosures.OTHER);
      var parts = purpose.map(p -> Set.of(p.code())).orElse(purposes);
      var group =
          new Group(
              Map.of(
                  GivenCounts.MONTHS,
                  period.values(),
                  GivenCounts.PARTS,
                  parts,
                  GivenCounts.AGES,
                  Disclosures.EVERYBODY));
      return new Asked(caller, party, convenant.get(), period, purpose, group, counted);
    }
  }

  private Optional<Convenant> looksAfter(PartyRole party, String id, Instant now) {
    var day = now.atZone(Age.CALENDAR).toLocalDate();
    return law.now().inForce(now).stream()
        .filter(c -> c.id().equals(id))
        .filter(
            c -> {
              var known = c.parties().get(party.oin());
              return known != null && known.isBoundOn(day) && known.holds(party.role(), day);
            })
        .findFirst();
  }

  private record Fixed(Answer answer) implements Work<Answer> {
    @Override
    public Needs needs() {
      return Needs.nothing();
    }

    @Override
    public Plan<Answer> plan(Found found) {
      return Plan.known(answer);
    }
  }

  private final class Asked implements Work<Answer> {
    private final OnBehalf onBehalf;
    private final Convenant convenant;
    private final Period period;
    private final Optional<Purpose> purpose;
    private final Group group;
    private final Disclosures counted;

    Asked(
        Oin caller,
        PartyRole party,
        Convenant convenant,
        Period period,
        Optional<Purpose> purpose,
        Group group,
        Disclosures counted) {
      this.onBehalf =
          new OnBehalf(
              caller, party, Optional.empty(), Set.of(Role.CONVENANTBEHEERDER), law, mandates);
      this.convenant = convenant;
      this.period = period;
      this.purpose = purpose;
      this.group = group;
      this.counted = counted;
    }

    @Override
    public Needs needs() {
      return Needs.nothing();
    }

    @Override
    public Plan<Answer> plan(Found found) throws SQLException {
      if (onBehalf.refusal(found).isPresent()) {
        return Plan.known(
            new Answer.Nothing(
                Denial.ROL_NIET_BEVOEGD, "Alleen de convenantbeheerder vraagt dit."));
      }
      var source = "sluis:" + convenant.id();
      given.lock(found.tx(), source);
      var before = given.of(found.tx(), source, MEASURE);
      if (GivenCounts.isFull(before, group)) {
        return told(
            "geweigerd",
            new Answer.Nothing(
                Denial.CIJFER_NIET_TE_GEVEN,
                "Er zijn zoveel aantallen gegeven dat een nieuw niet meer naast alle eerdere te"
                    + " leggen is."));
      }
      var verdict = judge(before);
      if (verdict instanceof Verdict.Given) {
        var count = counted.in(Rest.of(group)).count();
        given.add(found.tx(), source, MEASURE, group, count, found.at());
        return told("gegeven", count(count));
      }
      if (verdict instanceof Verdict.Again) {
        return told("gegeven", count(before.getOrDefault(group, 0L)));
      }
      return told(
          "geweigerd",
          new Answer.Nothing(
              Denial.CIJFER_NIET_TE_GEVEN,
              "Dit aantal, of het verschil met een eerder gegeven aantal, gaat over te weinig"
                  + " kinderen. Vraag een grotere groep, in de indeling van eerder."));
    }

    /// Counts of before that would be others now, because somebody was erased, end all subtraction.
    private Verdict judge(Map<Group, Long> before) {
      var changed =
          before.entrySet().stream()
              .filter(e -> !e.getKey().isApartFrom(group) && !e.getKey().equals(group))
              .anyMatch(e -> counted.in(Rest.of(e.getKey())).count() != e.getValue());
      return changed
          ? new Verdict.Refused(Verdict.Why.TELT_NIET_OP)
          : convenant
              .arrangements()
              .counting()
              .guard()
              .judge(group, List.copyOf(before.keySet()), counted::in);
    }

    private Answer count(long count) {
      var body = JsonNodeFactory.instance.objectNode();
      body.put("aantal", count).put("periode", period.code());
      purpose.ifPresent(p -> body.put("doel", p.code()));
      return new Answer.Count(body);
    }

    private Plan<Answer> told(String outcome, Answer answer) {
      return Plan.of(List.of(row(outcome)), answer);
    }

    private Entry row(String outcome) {
      var detail = JsonNodeFactory.instance.objectNode();
      detail.put("afzender", onBehalf.caller().value());
      detail.set("namens", QuestionJson.party(onBehalf.party()));
      detail.put("convenant", convenant.id()).put("maat", MEASURE).put("periode", period.code());
      purpose.ifPresent(p -> detail.put("doel", p.code()));
      detail.put("uitkomst", outcome);
      return new Entry(EntryKind.COUNT, Optional.empty(), detail);
    }
  }
}
