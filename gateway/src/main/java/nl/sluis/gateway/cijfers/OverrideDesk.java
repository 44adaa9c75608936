package nl.sluis.gateway.cijfers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;
import nl.sluis.gateway.cijfers.Overrides.Sent;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.desk.Denial;
import nl.sluis.gateway.desk.OnBehalf;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.peer.Mandates;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.policies.cijfers.Group;
import nl.sluis.policies.cijfers.Period;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

/// How often one party sent something for safety's sake, and how well (domain 3.7): for whoever
/// looks after its convenant, and for that party. Never per child, and no number about fewer than
/// ten children. May be shared between threads.
public final class OverrideDesk {
  static final String MEASURE = "doorbrekingen";
  private static final String FEW = "minder dan 10";
  private static final int PERCENT = 100;

  private final String region;
  private final DataSource database;
  private final CurrentLaw law;
  private final Mandates mandates;
  private final GivenCounts given;

  /// @param region in whose part of the database they are
  /// @param database for counting; what is told is put on record by the sequencer
  public OverrideDesk(String region, DataSource database, CurrentLaw law, Mandates mandates) {
    this.region = region;
    this.database = database;
    this.law = law;
    this.mandates = mandates;
    this.given = new GivenCounts(region);
  }

  /// What a question came to.
  public sealed interface Answer {
    /// The figures; where there are too few, it says so instead of a number.
    record Figures(ObjectNode body) implements Answer {}

    /// Nothing is told.
    ///
    /// @param why the stable word
    /// @param sentence why in this case, and what to do
    record Nothing(Denial why, String sentence) implements Answer {}
  }

  /// The figures of one party in a period that is over.
  ///
  /// @param about the party; whoever asks is that party, or looks after a convenant that it is in
  public Work<Answer> ask(Oin caller, PartyRole asker, Oin about, Period period, Instant now)
      throws SQLException {
    var convenant = governing(asker, about, now);
    boolean over = !period.end().isAfter(YearMonth.from(now.atZone(Age.CALENDAR)));
    try (var connection = database.getConnection()) {
      var counted = Overrides.read(connection, region, about, period.first().getYear());
      return new Asked(caller, asker, about, convenant, over, period, counted);
    }
  }

  private Optional<Convenant> governing(PartyRole asker, Oin about, Instant now) {
    boolean own = asker.oin().equals(about);
    return law.now().inForce(now).stream()
        .filter(c -> c.parties().containsKey(about) && c.parties().containsKey(asker.oin()))
        .filter(_ -> own || asker.role() == Role.CONVENANTBEHEERDER)
        .findFirst();
  }

  private final class Asked implements Work<Answer> {
    private final OnBehalf onBehalf;
    private final Oin about;
    private final Optional<Convenant> convenant;
    private final boolean over;
    private final Period period;
    private final Overrides counted;

    Asked(
        Oin caller,
        PartyRole asker,
        Oin about,
        Optional<Convenant> convenant,
        boolean over,
        Period period,
        Overrides counted) {
      this.onBehalf =
          new OnBehalf(caller, asker, Optional.empty(), EnumSet.allOf(Role.class), law, mandates);
      this.about = about;
      this.convenant = convenant;
      this.over = over;
      this.period = period;
      this.counted = counted;
    }

    @Override
    public Needs needs() {
      return Needs.nothing();
    }

    @Override
    public Plan<Answer> plan(Found found) throws SQLException {
      if (convenant.isEmpty() || onBehalf.refusal(found).isPresent()) {
        return Plan.known(
            new Answer.Nothing(
                Denial.ROL_NIET_BEVOEGD,
                "Alleen de partij zelf en de convenantbeheerder vragen dit."));
      }
      if (!over) {
        return Plan.known(
            new Answer.Nothing(Denial.CIJFER_NIET_TE_GEVEN, "Vraag een periode die voorbij is."));
      }
      // What the party knows of itself is not held against what its steward is told.
      var source = "doorbrekingen:" + onBehalf.party().oin().value();
      given.lock(found.tx(), source);
      var group =
          new Group(
              Map.of(
                  GivenCounts.MONTHS, period.values(),
                  GivenCounts.PARTS, Set.of(about.value()),
                  GivenCounts.AGES, Disclosures.EVERYBODY));
      var guard = convenant.get().arrangements().counting().guard();
      var figures = new SafeFigures(found.tx(), given, source, guard, group);
      var body = body(figures);
      figures.remember(found.at());
      return Plan.of(List.of(row()), new Answer.Figures(body));
    }

    private ObjectNode body(SafeFigures figures) throws SQLException {
      var body = JsonNodeFactory.instance.objectNode();
      body.put("partij", about.value()).put("periode", period.code());
      var all = figures.of(MEASURE, counted.where(_ -> true));
      put(body.putObject("doorbrekingen"), all, OptionalLong.empty());
      var acute = part(figures, "acuut", all, _ -> true, Sent::acute);
      put(body.putObject("acuut"), acute, all);
      var late = part(figures, "te laat aangevuld", acute, Sent::acute, Sent::late);
      put(body.putObject("teLaatAangevuld"), late, acute);
      var told = part(figures, "met formulier", all, _ -> true, one -> one.talked().isPresent());
      var silent =
          part(
              figures,
              "zonder gesprek",
              told,
              one -> one.talked().isPresent(),
              one -> one.talked().filter(talked -> !talked).isPresent());
      put(body.putObject("zonderGesprek"), silent, told);
      var rules = body.putArray("naasteRegels");
      if (all.isPresent()) {
        nearest(figures, all.getAsLong()).forEach(rules::add);
      }
      return body;
    }

    /// A part of what was told already; nothing of what was not.
    private OptionalLong part(
        SafeFigures figures,
        String measure,
        OptionalLong whole,
        Predicate<Sent> of,
        Predicate<Sent> is)
        throws SQLException {
      return whole.isEmpty()
          ? OptionalLong.empty()
          : figures.ofPart(measure, counted.where(of.and(is)), counted.where(of.and(is.negate())));
    }

    /// Those rules of which there are enough, as long as the others together are enough as well.
    private List<ObjectNode> nearest(SafeFigures figures, long all) throws SQLException {
      var listed = new ArrayList<String>();
      var counts = new ArrayList<Long>();
      for (var rule : counted.nearest()) {
        var count =
            part(figures, "naaste " + rule, OptionalLong.of(all), _ -> true, isNearest(rule));
        if (count.isPresent()) {
          listed.add(rule);
          counts.add(count.getAsLong());
        }
      }
      while (!listed.isEmpty() && !isRestSafe(figures, listed)) {
        listed.removeLast();
        counts.removeLast();
      }
      var told = new ArrayList<ObjectNode>();
      for (int i = 0; i < listed.size(); i++) {
        var rule = listed.get(i);
        int slash = rule.indexOf('/');
        var one = JsonNodeFactory.instance.objectNode();
        one.put("regel", rule.substring(0, slash));
        one.put("stondInDeWeg", rule.substring(slash + 1));
        put(one, OptionalLong.of(counts.get(i)), OptionalLong.of(all));
        told.add(one);
      }
      return told;
    }

    private boolean isRestSafe(SafeFigures figures, List<String> listed) throws SQLException {
      var others = counted.where(one -> !listed.contains(one.nearest()));
      return others.lines().stream().noneMatch(line -> period.values().contains(month(line)))
          || figures.of("geen van " + String.join(", ", listed), others).isPresent();
    }

    private static String month(Disclosures.Line line) {
      return line.point().getOrDefault(GivenCounts.MONTHS, "");
    }

    private static Predicate<Sent> isNearest(String rule) {
      return one -> one.nearest().equals(rule);
    }

    private static void put(ObjectNode figure, OptionalLong count, OptionalLong whole) {
      if (count.isEmpty()) {
        figure.put("aantal", FEW);
        return;
      }
      figure.put("aantal", count.getAsLong());
      if (whole.isPresent()) {
        figure.put("procent", Math.round((double) PERCENT * count.getAsLong() / whole.getAsLong()));
      }
    }

    private Entry row() {
      var detail = JsonNodeFactory.instance.objectNode();
      detail.put("afzender", onBehalf.caller().value());
      detail.set("namens", QuestionJson.party(onBehalf.party()));
      detail.put("maat", MEASURE).put("partij", about.value()).put("periode", period.code());
      return new Entry(EntryKind.COUNT, Optional.empty(), detail);
    }
  }
}
