package nl.sluis.gateway.signaal;

import static java.time.temporal.ChronoUnit.DAYS;

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
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.signaal.JudgingDesk.Judged;
import nl.sluis.gateway.signaal.SignalTable.Closed;
import nl.sluis.gateway.signaal.SignalTable.Raised;
import nl.sluis.gateway.toezicht.Duty;
import nl.sluis.gateway.toezicht.Officer;
import nl.sluis.gateway.toezicht.OfficerPart;
import nl.sluis.gateway.toezicht.OfficerRoutes;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.View;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.toezicht.Adherence;
import nl.sluis.policies.toezicht.Adherence.Handled;
import nl.sluis.policies.toezicht.Adherence.Precision;
import nl.sluis.policies.toezicht.Adherence.Sampled;
import nl.sluis.policies.toezicht.ControlPolicies;
import nl.sluis.policies.toezicht.ControlPolicy;
import nl.sluis.policies.toezicht.Finding;
import nl.sluis.policies.toezicht.SignalKind;
import nl.sluis.policies.toezicht.Signals;
import nl.sluis.policies.toezicht.Work;

/// What stands out in the work of the own organisation, with the sum; what came of it; and the
/// policy by which that is done. May be shared between threads.
public final class SignalPages implements OfficerPart {
  private static final String HOME = "/toezicht/signalen";
  private static final String POLICY = "/toezicht/beleid";
  private static final String TITLE = "toezicht-signaal.titel";
  private static final Set<Duty> JUDGES = EnumSet.of(Duty.PRIVACY_OFFICER, Duty.BEOORDELAAR);

  /// Adherence is told of eight weeks.
  private static final Duration TOLD = Duration.ofDays(56);

  private static final int MOST = 500;

  private final DataSource database;
  private final SignalTable table;
  private final Backlog backlog;
  private final JudgingDesk desk;
  private final Sequencer sequencer;
  private final ControlPolicies policies;
  private final Samples samples;

  /// @param region in whose part of the database it all lives
  /// @param samples whether the sample of a week was done
  public SignalPages(
      String region,
      DataSource database,
      Sequencer sequencer,
      ControlPolicies policies,
      Samples samples) {
    this.database = database;
    this.table = new SignalTable(region);
    this.backlog = new Backlog(region, policies);
    this.desk = new JudgingDesk(table);
    this.sequencer = sequencer;
    this.policies = policies;
    this.samples = samples;
  }

  /// The queue.
  ///
  /// @param open what waits, the work of one person together, most striking first
  /// @param closed how many were closed in eight weeks
  /// @param toCome the days that still have to be looked back at, the oldest first
  public record Queue(List<Line> open, int closed, List<LocalDate> toCome) {
    /// Copies its lists.
    public Queue {
      open = List.copyOf(open);
      toCome = List.copyOf(toCome);
    }
  }

  /// One signal in the queue.
  ///
  /// @param due the last day on which it is in time
  /// @param daysLate by how many days that is over; 0 when it is not, or when the signal is closed
  /// @param proposed whether it waits for a second person
  public record Line(
      Raised signal, String sentence, LocalDate due, long daysLate, boolean proposed) {
    /// The place of its page.
    public String path() {
      return HOME + "/" + signal.id();
    }

    /// By which rule.
    public String rule() {
      return signal.kind().code();
    }
  }

  /// One signal.
  ///
  /// @param own whether it is about the work of who looks
  /// @param mine whether who looks made the last proposal
  /// @param finding the proposal, or what it was closed with; empty when there is neither
  /// @param wrong the key of what went wrong; empty when nothing did
  public record One(
      Line line, boolean own, boolean mine, boolean closed, String finding, String wrong) {
    /// What can be found of it.
    public List<String> findings() {
      return List.of(Finding.values()).stream().map(Finding::code).toList();
    }
  }

  /// The policy, and whether it was done.
  ///
  /// @param weeks the newest first
  /// @param right by rule, how often it was right
  public record Policy(ControlPolicy policy, List<Week> weeks, Map<SignalKind, Precision> right) {
    /// Copies its parts.
    public Policy {
      weeks = List.copyOf(weeks);
      right = Collections.unmodifiableMap(new TreeMap<>(right));
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

  /// One week: how many signals came up, and what became of them; and of how many rows of its
  /// sample how many were looked at in time.
  public record Week(
      LocalDate monday,
      int raised,
      int inTime,
      int late,
      int open,
      boolean drawn,
      int looked,
      int sampled) {}

  @Override
  public List<Tile> tiles() {
    return List.of(
        new Tile(HOME, "toezicht-signaal.kop", JUDGES),
        new Tile(POLICY, "toezicht-signaal.beleid", JUDGES));
  }

  @Override
  public void add(OfficerRoutes routes) {
    routes.get(HOME, JUDGES, this::queue);
    routes.get(POLICY, JUDGES, this::policy);
    routes.get(HOME + "/:id", JUDGES, (who, asked) -> one(who, asked, ""));
    routes.post(HOME + "/:id/voorstel", JUDGES, this::propose);
    routes.post(HOME + "/:id/akkoord", JUDGES, this::agree);
  }

  private View queue(Officer who, Asked asked) throws SQLException {
    var policy = policies.on(today(asked));
    if (policy.isEmpty()) {
      return new View.Gone();
    }
    var all = all(who, asked);
    var open =
        all.stream()
            .filter(signal -> signal.closed().isEmpty())
            .map(signal -> line(signal, policy.get(), asked))
            .toList();
    var model = new Queue(open, all.size() - open.size(), toCome(who, asked));
    return new View.Shown("toezicht/signalen", model, TITLE);
  }

  private List<LocalDate> toCome(Officer who, Asked asked) throws SQLException {
    try (var connection = database.getConnection()) {
      var own = Set.of(who.organisation());
      return List.copyOf(backlog.days(connection, own, today(asked).minusDays(1)).keySet());
    }
  }

  private List<Raised> all(Officer who, Asked asked) throws SQLException {
    try (var connection = database.getConnection()) {
      return table.since(connection, who.organisation(), asked.at().minus(TOLD), MOST);
    }
  }

  private static Line line(Raised signal, ControlPolicy policy, Asked asked) {
    var raised = signal.at().atZone(Age.CALENDAR).toLocalDate();
    var due = policy.due(Work.SIGNAAL, raised);
    var rule = policy.signals().get(signal.kind());
    return new Line(
        signal,
        rule == null ? "" : rule.sentence(),
        due,
        signal.closed().isPresent() ? 0 : Math.max(0, DAYS.between(due, today(asked))),
        signal.proposed().isPresent());
  }

  private View one(Officer who, Asked asked, String wrong) throws SQLException {
    var policy = policies.on(today(asked));
    var id = asked.id();
    if (policy.isEmpty() || id.isEmpty()) {
      return new View.Gone();
    }
    Optional<Raised> found;
    try (var connection = database.getConnection()) {
      found = table.one(connection, who.organisation(), id.get());
    }
    if (found.isEmpty()) {
      return new View.Gone();
    }
    var signal = found.get();
    var finding =
        signal
            .closed()
            .map(Closed::finding)
            .or(() -> signal.proposed().map(SignalTable.Proposed::finding));
    var model =
        new One(
            line(signal, policy.get(), asked),
            signal.who().equals(who.who()),
            signal.proposed().filter(last -> last.by().equals(who.who())).isPresent(),
            signal.closed().isPresent(),
            finding.map(Finding::code).orElse(""),
            wrong);
    var shown = new View.Shown("toezicht/signaal", model, TITLE);
    return wrong.isEmpty() ? shown : shown.again();
  }

  private View propose(Officer who, Asked asked) throws InputFault, SQLException {
    var finding = Finding.of(asked.one("uitkomst"));
    var id = asked.id();
    if (id.isEmpty()) {
      return new View.Gone();
    }
    if (finding.isEmpty()) {
      return one(who, asked, "toezicht-signaal.fout.kies");
    }
    var judged =
        sequencer
            .submit(desk.propose(who.organisation(), id.get(), finding.get(), who.who()))
            .join();
    return after(judged, who, asked);
  }

  private View agree(Officer who, Asked asked) throws SQLException {
    var id = asked.id();
    if (id.isEmpty()) {
      return new View.Gone();
    }
    var judged = sequencer.submit(desk.agree(who.organisation(), id.get(), who.who())).join();
    return after(judged, who, asked);
  }

  private View after(Judged judged, Officer who, Asked asked) throws SQLException {
    return switch (judged) {
      case PROPOSED, CLOSED -> new View.Moved(HOME + "/" + asked.path().getOrDefault("id", ""));
      case OWN_WORK -> one(who, asked, "toezicht-signaal.fout.eigen");
      case SAME_PERSON -> one(who, asked, "toezicht-signaal.fout.zelfde");
      case NOTHING -> one(who, asked, "toezicht-signaal.fout.niets");
      case NOT_THERE -> new View.Gone();
    };
  }

  private View policy(Officer who, Asked asked) throws SQLException {
    var policy = policies.on(today(asked));
    if (policy.isEmpty()) {
      return new View.Gone();
    }
    var perWeek = new TreeMap<LocalDate, List<Handled>>();
    var every = new ArrayList<Handled>();
    for (var signal : all(who, asked)) {
      var handled = handled(signal);
      every.add(handled);
      perWeek
          .computeIfAbsent(SignalTable.monday(handled.raised()), _ -> new ArrayList<>())
          .add(handled);
    }
    var drawn = drawn(who, policy.get(), asked);
    drawn.keySet().forEach(monday -> perWeek.computeIfAbsent(monday, _ -> new ArrayList<>()));
    var weeks = new ArrayList<Week>();
    perWeek
        .descendingMap()
        .forEach(
            (monday, some) ->
                weeks.add(
                    week(
                        policy.get(),
                        monday,
                        some,
                        Optional.ofNullable(drawn.get(monday)),
                        asked)));
    var model = new Policy(policy.get(), weeks, Adherence.precision(every));
    return new View.Shown("toezicht/beleid", model, TITLE);
  }

  private Map<LocalDate, Sampled> drawn(Officer who, ControlPolicy policy, Asked asked)
      throws SQLException {
    var from = asked.at().minus(TOLD).atZone(Age.CALENDAR).toLocalDate();
    try (var connection = database.getConnection()) {
      return samples.drawn(connection, who.organisation(), policy, from);
    }
  }

  private static Week week(
      ControlPolicy policy,
      LocalDate monday,
      List<Handled> some,
      Optional<Sampled> sample,
      Asked asked) {
    var done = Adherence.of(policy, monday, today(asked), some, sample);
    return new Week(
        monday,
        done.raised(),
        done.inTime(),
        done.late(),
        done.open(),
        done.drawn(),
        done.looked(),
        done.sampled());
  }

  private static Handled handled(Raised signal) {
    return new Handled(
        signal.at().atZone(Age.CALENDAR).toLocalDate(),
        signal.closed().map(closed -> closed.at().atZone(Age.CALENDAR).toLocalDate()),
        signal.kind(),
        signal.closed().map(Closed::finding));
  }

  private static LocalDate today(Asked asked) {
    return asked.at().atZone(Age.CALENDAR).toLocalDate();
  }
}
