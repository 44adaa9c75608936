package nl.sluis.gateway.signaal;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import nl.sluis.gateway.controlebeleid.Adopted;
import nl.sluis.gateway.controlebeleid.Adoption;
import nl.sluis.gateway.signaal.SignalTable.Closed;
import nl.sluis.gateway.toezicht.Duty;
import nl.sluis.gateway.toezicht.Officer;
import nl.sluis.gateway.toezicht.OfficerPart;
import nl.sluis.gateway.toezicht.OfficerRoutes;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.View;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.toezicht.Adherence;
import nl.sluis.policies.toezicht.Adherence.Handled;
import nl.sluis.policies.toezicht.Adherence.Precision;
import nl.sluis.policies.toezicht.ControlPolicy;
import nl.sluis.policies.toezicht.Kept;
import nl.sluis.policies.toezicht.Period;
import nl.sluis.policies.toezicht.SignalKind;
import nl.sluis.policies.toezicht.Signals;
import nl.sluis.policies.toezicht.Work;

/// The control policy by which the own organisation works, whether it adopted it, and whether it
/// was done: by week and by quarter, on a page and as CSV. Never of another organisation. May be
/// shared between threads.
public final class PolicyPages implements OfficerPart {
  private static final String HOME = "/toezicht/beleid";
  private static final Set<Duty> JUDGES = EnumSet.of(Duty.PRIVACY_OFFICER, Duty.BEOORDELAAR);
  private static final int WEEKS = 8;
  private static final int QUARTERS = 4;
  private static final Duration TOLD = Duration.ofDays(56);
  private static final int MOST = 500;
  private static final List<String> HEAD =
      List.of(
          "periode",
          "taken",
          "taken op tijd",
          "taken te laat",
          "taken open",
          "signalen",
          "signalen op tijd",
          "signalen te laat",
          "signalen open",
          "voorgesteld",
          "bevestigd",
          "teruggegeven",
          "wacht",
          "wacht te laat",
          "weken voorbij",
          "steekproeven",
          "rijen getrokken",
          "rijen op tijd bekeken",
          "gedaan");

  private final DataSource database;
  private final SignalTable signals;
  private final KeptTable kept;
  private final Adopted adopted;
  private final Samples samples;

  /// @param region in whose part of the database it all lives
  /// @param adopted which policy counts for whom
  /// @param samples whether the sample of a week was done
  public PolicyPages(String region, DataSource database, Adopted adopted, Samples samples) {
    this.database = database;
    this.signals = new SignalTable(region);
    this.kept = new KeptTable(region);
    this.adopted = adopted;
    this.samples = samples;
  }

  /// The policy, and whether it was done.
  ///
  /// @param policy by which is worked; where none was adopted the example of this release
  /// @param adoption that it was adopted; empty when it was not
  /// @param coming what was adopted and begins later
  /// @param weeks the newest first
  /// @param quarters the newest first
  /// @param right by rule, how often it was right
  public record Policy(
      ControlPolicy policy,
      Optional<Adoption> adoption,
      List<Adoption> coming,
      List<Kept> weeks,
      List<Kept> quarters,
      Map<SignalKind, Precision> right) {
    /// Copies its parts.
    public Policy {
      coming = List.copyOf(coming);
      weeks = List.copyOf(weeks);
      quarters = List.copyOf(quarters);
      right = Collections.unmodifiableMap(new TreeMap<>(right));
    }

    /// Everything that is told of, the weeks first.
    public List<Kept> periods() {
      var all = new ArrayList<>(weeks);
      all.addAll(quarters);
      return all;
    }

    /// What must be looked at, in the order of the words.
    public List<Work> works() {
      return List.of(Work.values());
    }

    /// What is not reckoned, and why.
    public List<String> notReckoned() {
      return Signals.notReckoned(policy);
    }
  }

  @Override
  public List<Tile> tiles() {
    return List.of(new Tile(HOME, "toezicht-signaal.beleid", JUDGES));
  }

  @Override
  public void add(OfficerRoutes routes) {
    routes.get(HOME, JUDGES, this::page);
    routes.get(HOME + "/csv", JUDGES, this::csv);
  }

  private View page(Officer who, Asked asked) throws SQLException {
    var model = read(who.organisation(), asked);
    return model.isEmpty()
        ? new View.Gone()
        : new View.Shown("toezicht/beleid", model.get(), "toezicht-signaal.titel");
  }

  private View csv(Officer who, Asked asked) throws SQLException {
    var model = read(who.organisation(), asked);
    if (model.isEmpty()) {
      return new View.Gone();
    }
    var text = new StringBuilder("\uFEFF");
    line(text, HEAD);
    model.get().periods().forEach(one -> line(text, columns(one)));
    return new View.File(
        "controlebeleid.csv",
        "text/csv; charset=utf-8",
        text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /// Numbers and words of ours, in which no spreadsheet finds a formula.
  private static void line(StringBuilder text, List<String> fields) {
    text.append('"').append(String.join("\";\"", fields)).append("\"\r\n");
  }

  private static List<String> columns(Kept one) {
    var fields = new ArrayList<String>();
    fields.add(one.period().word());
    for (var count : List.of(one.tasks(), one.signals())) {
      for (int number : List.of(count.all(), count.inTime(), count.late(), count.open())) {
        fields.add(String.valueOf(number));
      }
    }
    var two = one.seconds();
    var drawn = one.sample();
    for (int number :
        List.of(
            two.proposed(),
            two.confirmed(),
            two.returned(),
            two.waiting(),
            two.late(),
            drawn.weeks(),
            drawn.drawn(),
            drawn.sampled(),
            drawn.looked())) {
      fields.add(String.valueOf(number));
    }
    fields.add(one.isDone() ? "ja" : "nee");
    return fields;
  }

  private Optional<Policy> read(Oin own, Asked asked) throws SQLException {
    var today = asked.at().atZone(Age.CALENDAR).toLocalDate();
    try (var tx = database.getConnection()) {
      var policy = adopted.looking(tx, own, today);
      if (policy.isEmpty()) {
        return Optional.empty();
      }
      var weeks = Period.weeks(today, WEEKS);
      var quarters = Period.quarters(today, QUARTERS);
      var from = quarters.getLast().first();
      var end = weeks.getFirst().end();
      var last = quarters.getFirst().end().isAfter(end) ? quarters.getFirst().end() : end;
      var facts =
          new Kept.Facts(
              kept.tasks(tx, own, from, last, asked.at()),
              kept.signals(tx, own, from, last),
              kept.seconds(tx, own, from, last, asked.at()),
              samples.drawn(tx, own, policy.get(), from));
      var terms =
          adopted.find(
              tx, facts.signals().stream().map(Kept.Raised::policy).toList(), policy.get());
      return Optional.of(
          new Policy(
              policy.get(),
              counting(tx, own, today),
              adopted.of(tx, own).stream().filter(one -> one.from().isAfter(today)).toList(),
              reckon(weeks, today, facts, terms),
              reckon(quarters, today, facts, terms),
              Adherence.precision(handled(tx, own, asked))));
    }
  }

  private Optional<Adoption> counting(Connection tx, Oin own, LocalDate today) throws SQLException {
    return adopted.on(tx, own, today).isEmpty()
        ? Optional.empty()
        : adopted.adoption(tx, own, today);
  }

  private static List<Kept> reckon(
      List<Period> periods, LocalDate today, Kept.Facts facts, Map<String, ControlPolicy> terms) {
    return periods.stream()
        .map(
            period ->
                Kept.of(
                    period,
                    today,
                    facts,
                    some ->
                        terms.containsKey(some.policy())
                            ? terms.get(some.policy()).due(Work.SIGNAAL, some.raised())
                            : some.raised()))
        .toList();
  }

  private List<Handled> handled(Connection tx, Oin own, Asked asked) throws SQLException {
    return signals.since(tx, own, asked.at().minus(TOLD), MOST).stream()
        .map(
            signal ->
                new Handled(
                    signal.at().atZone(Age.CALENDAR).toLocalDate(),
                    signal.closed().map(closed -> closed.at().atZone(Age.CALENDAR).toLocalDate()),
                    signal.kind(),
                    signal.closed().map(Closed::finding)))
        .toList();
  }
}
