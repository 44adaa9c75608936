package nl.sluis.gateway.signaal;

import static java.time.temporal.ChronoUnit.DAYS;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import nl.sluis.gateway.controlebeleid.Adopted;
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
import nl.sluis.policies.toezicht.ControlPolicy;
import nl.sluis.policies.toezicht.Finding;
import nl.sluis.policies.toezicht.Work;

/// What stands out in the work of the own organisation, with the sum, and what came of it. A signal
/// keeps the policy under which it came up. May be shared between threads.
public final class SignalPages implements OfficerPart {
  private static final String HOME = "/toezicht/signalen";
  private static final String TITLE = "toezicht-signaal.titel";
  private static final Set<Duty> JUDGES = EnumSet.of(Duty.PRIVACY_OFFICER, Duty.BEOORDELAAR);

  /// The queue is told of eight weeks.
  private static final Duration TOLD = Duration.ofDays(56);

  private static final int MOST = 500;

  private final DataSource database;
  private final SignalTable table;
  private final Backlog backlog;
  private final JudgingDesk desk;
  private final Sequencer sequencer;
  private final Adopted adopted;

  /// @param region in whose part of the database it all lives
  /// @param adopted by which policy each organisation works
  public SignalPages(String region, DataSource database, Sequencer sequencer, Adopted adopted) {
    this.database = database;
    this.table = new SignalTable(region);
    this.backlog = new Backlog(region, adopted.examples());
    this.desk = new JudgingDesk(table);
    this.sequencer = sequencer;
    this.adopted = adopted;
  }

  /// The queue.
  ///
  /// @param open what waits, the work of one person together, most striking first
  /// @param closed how many were closed in eight weeks
  /// @param toCome the days that still have to be looked back at, the oldest first
  /// @param budget how many cases the policy asks to look at in a week, the most striking first
  /// @param thisWeek how many were closed since Monday
  public record Queue(
      List<Line> open, int closed, List<LocalDate> toCome, int budget, int thisWeek) {
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

  @Override
  public List<Tile> tiles() {
    return List.of(new Tile(HOME, "toezicht-signaal.kop", JUDGES));
  }

  @Override
  public void add(OfficerRoutes routes) {
    routes.get(HOME, JUDGES, this::queue);
    routes.get(HOME + "/:id", JUDGES, (who, asked) -> one(who, asked, ""));
    routes.post(HOME + "/:id/voorstel", JUDGES, this::propose);
    routes.post(HOME + "/:id/akkoord", JUDGES, this::agree);
  }

  private View queue(Officer who, Asked asked) throws SQLException {
    var own = who.organisation();
    try (var connection = database.getConnection()) {
      var policy = adopted.looking(connection, own, today(asked));
      if (policy.isEmpty()) {
        return new View.Gone();
      }
      var all = table.since(connection, own, asked.at().minus(TOLD), MOST);
      var terms = adopted.find(connection, all.stream().map(Raised::policy).toList(), policy.get());
      var open =
          all.stream()
              .filter(signal -> signal.closed().isEmpty())
              .map(signal -> line(signal, terms.getOrDefault(signal.policy(), policy.get()), asked))
              .toList();
      var toCome = backlog.days(connection, Set.of(own), today(asked).minusDays(1)).keySet();
      var model =
          new Queue(
              open,
              all.size() - open.size(),
              List.copyOf(toCome),
              policy.get().casesPerWeek(),
              (int) all.stream().filter(signal -> isOfThisWeek(signal, asked)).count());
      return new View.Shown("toezicht/signalen", model, TITLE);
    }
  }

  private static boolean isOfThisWeek(Raised signal, Asked asked) {
    var monday = SignalTable.monday(today(asked)).atStartOfDay(Age.CALENDAR).toInstant();
    return signal.closed().filter(closed -> !closed.at().isBefore(monday)).isPresent();
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
    var id = asked.id();
    var found = Optional.<Raised>empty();
    var policy = Optional.<ControlPolicy>empty();
    try (var connection = database.getConnection()) {
      if (id.isPresent()) {
        found = table.one(connection, who.organisation(), id.get());
      }
      if (found.isPresent()) {
        var under = adopted.find(connection, found.get().policy());
        policy =
            under.isPresent()
                ? under
                : adopted.looking(connection, who.organisation(), today(asked));
      }
    }
    if (found.isEmpty() || policy.isEmpty()) {
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

  private static LocalDate today(Asked asked) {
    return asked.at().atZone(Age.CALENDAR).toLocalDate();
  }
}
