package nl.sluis.gateway.inzicht;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.desk.HelperLooks;
import nl.sluis.gateway.desk.OwnDesk;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.nacontrole.Family;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.stopbericht.StopTable;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.PageRoutes;
import nl.sluis.gateway.vorm.Pages;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.vorm.Visitor;
import nl.sluis.policies.terms.LawRef;

/// The pages on which a family sees who got what, when and why (portals.md 3.2, domain 2.7).
///
/// A child and a line have other names in addresses for each person; what somebody may not see and
/// what is not there are one page. Nothing of a child is shown before its row is written. May be
/// shared between threads.
public final class RecordPages implements PageRoutes {
  private static final String HOME = "/mijn/inzien";
  private static final String TITLE = "inzien.titel";

  private final RecordDesk desk;
  private final Looks looks;

  RecordPages(RecordDesk desk, Looks looks) {
    this.desk = desk;
    this.looks = looks;
  }

  /// These pages over the tables of a region.
  ///
  /// @param sequencer writes down who looked
  /// @param law the words of the convenant
  /// @param own knows what somebody said
  /// @param family knows what went out for safety's sake
  /// @param stops knows who was told to stop
  /// @param keyVersion the version of the key of references
  public static RecordPages of(
      String region,
      DataSource database,
      Sequencer sequencer,
      CurrentLaw law,
      KeyVault vault,
      SecureRandom random,
      SubjectRegister subjects,
      SubjectReference references,
      OwnDesk own,
      Family family,
      StopTable stops,
      int keyVersion) {
    var desk =
        RecordDesk.of(
            region,
            database,
            law,
            vault,
            random,
            subjects,
            references,
            own,
            family,
            stops,
            keyVersion);
    return new RecordPages(desk, new Looks(sequencer, new HelperLooks(region, sequencer)));
  }

  @Override
  public List<Tile> tiles() {
    return List.of(new Tile(HOME, "inzien.tegel", "beeld-kijken"));
  }

  @Override
  public void add(Pages pages) {
    pages.get(HOME, this::children);
    pages.get(HOME + "/:kind", this::newest);
    pages.get(HOME + "/:kind/tot/:dag", this::upTo);
    pages.get(HOME + "/:kind/regel/:id", this::line);
    pages.get(HOME + "/:kind/kring", this::around);
  }

  private View children(Visitor who, Asked asked) throws SQLException {
    var children = desk.children(who.who(), asked.at()).stream().map(RecordPages::one).toList();
    return new View.Shown("inzien/kinderen", new ChildrenModel(children), TITLE);
  }

  /// The same lines, for who acts on one.
  public Lines lines() {
    return new Lines(desk, looks);
  }

  /// The same lines, month by month.
  public MonthRecord months() {
    return new MonthRecord(desk);
  }

  static ChildrenModel.One one(RecordDesk.Child child) {
    return new ChildrenModel.One(HOME + "/" + child.word(), child.self(), child.age());
  }

  /// Whose sight is lent has its pages where the helper finds them.
  private static ChildrenModel.One one(Visitor who, RecordDesk.Child child) {
    return who.who()
        .lent()
        .map(lent -> new ChildrenModel.One(lentAt(lent.id()), child.self(), child.age()))
        .orElseGet(() -> one(child));
  }

  /// Where a helper finds the lines that are lent under this identifier.
  public static String lentAt(UUID id) {
    return "/mijn/helpen/" + id + "/regels";
  }

  private View newest(Visitor who, Asked asked) throws SQLException {
    var child = child(who, asked);
    if (child.isEmpty()) {
      return new View.Gone();
    }
    var alive = looks.note(who.who(), who.formToken(), child.get().place());
    var piece = desk.newest(child.get(), asked.at());
    var month = piece.lines().stream().map(Line::day).findFirst().orElse(Teller.day(asked.at()));
    return timeline(who, asked, child.get(), piece, YearMonth.from(month), alive, true);
  }

  private View upTo(Visitor who, Asked asked) throws SQLException {
    var child = child(who, asked);
    var day = day(asked);
    if (child.isEmpty() || day.isEmpty()) {
      return new View.Gone();
    }
    var alive = looks.note(who.who(), who.formToken(), child.get().place());
    var piece = desk.upTo(child.get(), day.get(), asked.at());
    return timeline(who, asked, child.get(), piece, YearMonth.from(day.get()), alive, false);
  }

  private View timeline(
      Visitor who,
      Asked asked,
      RecordDesk.Child child,
      Timeline piece,
      YearMonth month,
      Instant alive,
      boolean first)
      throws SQLException {
    var one = one(who, child);
    var from = desk.completeFrom(asked.at());
    var model =
        new TimelineModel(
            one,
            child.whole(),
            from,
            Teller.day(alive),
            month,
            days(one.path(), piece, desk.ids(who.who(), child)),
            piece.older(),
            first,
            months(one.path(), YearMonth.from(from), YearMonth.from(Teller.day(asked.at()))),
            one.path() + "/kring");
    return new View.Shown("inzien/tijdlijn", model, TITLE);
  }

  private static List<TimelineModel.Day> days(String path, Timeline piece, LineIds ids) {
    Map<LocalDate, List<TimelineModel.One>> days = new LinkedHashMap<>();
    for (var line : piece.lines()) {
      days.computeIfAbsent(line.day(), _ -> new ArrayList<>())
          .add(new TimelineModel.One(path + "/regel/" + ids.name(line.refs().getFirst()), line));
    }
    return days.entrySet().stream()
        .map(day -> new TimelineModel.Day(day.getKey(), day.getValue()))
        .toList();
  }

  private static List<TimelineModel.Month> months(String path, YearMonth first, YearMonth last) {
    var months = new ArrayList<TimelineModel.Month>();
    for (var month = last; !month.isBefore(first); month = month.minusMonths(1)) {
      months.add(new TimelineModel.Month(path + "/tot/" + month.atEndOfMonth(), month));
    }
    return months;
  }

  private View line(Visitor who, Asked asked) throws SQLException {
    var child = child(who, asked);
    var name = asked.id();
    if (child.isEmpty() || name.isEmpty()) {
      return new View.Gone();
    }
    looks.note(who.who(), who.formToken(), child.get().place());
    var one = one(who, child.get());
    var ids = desk.ids(who.who(), child.get());
    return desk.line(who.who(), child.get(), name.get(), asked.at())
        .<View>map(
            line ->
                new View.Shown(
                    "inzien/regel",
                    new LineModel(
                        one,
                        one.path() + "/tot/" + YearMonth.from(line.day()).atEndOfMonth(),
                        line,
                        line.ground().articles().stream().map(RecordPages::article).toList(),
                        line.tie()
                            .flatMap(Tie::other)
                            .map(ids::name)
                            .map(at -> one.path() + "/regel/" + at),
                        who.who().lent().isPresent()
                            ? ""
                            : "/mijn/verzoeken/over/" + child.get().word() + "/" + name.get()),
                    TITLE))
        .orElseGet(View.Gone::new);
  }

  /// A law has one sentence; of the AVG the letter decides what it says.
  static LineModel.Article article(LawRef article) {
    var name = article.name().toLowerCase(Locale.ROOT).replace(' ', '-');
    boolean ground = name.equals("avg") && article.article().startsWith("6(1)");
    boolean special = name.equals("avg") && article.article().startsWith("9(2)");
    var key = ground ? "avg-6" + article.article().charAt(5) : special ? "avg-9" : name;
    return new LineModel.Article(article.toString(), "inzien.wet." + key);
  }

  private View around(Visitor who, Asked asked) throws SQLException {
    var child = child(who, asked);
    if (child.isEmpty()) {
      return new View.Gone();
    }
    looks.note(who.who(), who.formToken(), child.get().place());
    var one = one(who, child.get());
    var around = desk.around(child.get(), asked.at());
    return new View.Shown(
        "inzien/kring", AroundModel.of(one, around, desk.ids(who.who(), child.get())), TITLE);
  }

  private Optional<RecordDesk.Child> child(Visitor who, Asked asked) throws SQLException {
    return desk.child(who.who(), asked.path().getOrDefault("kind", ""), asked.at());
  }

  private static Optional<LocalDate> day(Asked asked) {
    try {
      var day = LocalDate.parse(asked.path().getOrDefault("dag", ""));
      return day.getYear() < 2000 || day.isAfter(Teller.day(asked.at()).plusMonths(1))
          ? Optional.empty()
          : Optional.of(day);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
