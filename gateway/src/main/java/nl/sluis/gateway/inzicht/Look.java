package nl.sluis.gateway.inzicht;

import static java.util.stream.Collectors.toMap;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluis.consent.event.ConsentEvent;
import nl.sluis.consent.sight.MayLearn;
import nl.sluis.consent.sight.OwnConsents;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.gateway.desk.Cover;
import nl.sluis.gateway.logbook.LogReader;
import nl.sluis.policies.terms.Age;

/// One look of one person at one child: reads rows, asks what may be learned, and makes lines of
/// it. For one thread, within one connection.
final class Look {
  private final Connection tx;
  private final List<UUID> subjects;
  private final FactsOf.Around facts;
  private final Cover cover;
  private final Teller teller;
  private final RowWindow rows;
  private final List<OwnConsents.Line> own;
  private final List<Line> said;
  private final Instant now;

  /// By which exchange a line was made that says that somebody got something.
  private final Map<Ref, UUID> went = new HashMap<>();

  private Look(
      Connection tx,
      List<UUID> subjects,
      FactsOf.Around facts,
      Cover cover,
      Teller teller,
      RowWindow rows,
      List<OwnConsents.Line> own,
      List<Line> said,
      Instant now) {
    this.tx = tx;
    this.subjects = subjects;
    this.facts = facts;
    this.cover = cover;
    this.teller = teller;
    this.rows = rows;
    this.own = own;
    this.said = said;
    this.now = now;
  }

  /// @param cover what this person may read of where others are
  /// @param own what this person may see of the consents about this child
  static Look of(
      Connection tx,
      Place place,
      Cover cover,
      List<OwnConsents.Line> own,
      FactsOf facts,
      RowWindow rows,
      Instant now)
      throws SQLException {
    var around = facts.around(tx, place, now);
    var events =
        own.stream()
            .filter(line -> !line.own().isEmpty())
            .collect(toMap(line -> line.ask().id(), OwnConsents.Line::own, Look::both));
    var teller = new Teller(cover, events);
    var said =
        own.stream()
            .flatMap(
                line ->
                    teller
                        .lines(line, around.words(line.ask().sender(), line.ask().receiver()))
                        .stream())
            .toList();
    return new Look(
        tx, facts.subjects(tx, place.subject()), around, cover, teller, rows, own, said, now);
  }

  private static List<ConsentEvent> both(List<ConsentEvent> one, List<ConsentEvent> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  /// What is to be seen of these days, and the first day before them on which there is more.
  Timeline piece(LocalDate first, LocalDate last) throws SQLException {
    var lines = new ArrayList<>(saidIn(first, last));
    var older = new ArrayList<LocalDate>();
    said.stream()
        .map(Line::day)
        .filter(day -> day.isBefore(first))
        .max(Comparator.naturalOrder())
        .ifPresent(older::add);
    for (var subject : subjects) {
      var read = read(subject, first, last, true);
      lines.addAll(read.lines());
      read.older().ifPresent(older::add);
    }
    return Timeline.of(tied(lines), older.stream().max(Comparator.naturalOrder()));
  }

  /// These lines, each with the one to which it belongs as an answer to its question, by what this
  /// person sees. As many statements whether an answer is hidden or was never given.
  List<Line> tied(List<Line> lines) throws SQLException {
    var exchanges =
        lines.stream()
            .flatMap(line -> Stream.ofNullable(went.get(line.refs().getFirst())))
            .toList();
    var ties = new Ties(facts.joined(exchanges), now);
    var seen = ties.seeing(seen(ties.toLookAt()));
    return lines.stream()
        .map(
            line ->
                line.tied(
                    Optional.ofNullable(went.get(line.refs().getFirst()))
                        .flatMap(exchange -> ties.of(exchange, seen))))
        .toList();
  }

  /// What is to be seen of these days.
  List<Line> lines(LocalDate first, LocalDate last) throws SQLException {
    var lines = new ArrayList<>(saidIn(first, last));
    for (var subject : subjects) {
      lines.addAll(read(subject, first, last, false).lines());
    }
    return lines;
  }

  /// Is who looks shielded from anybody at this child?
  boolean masked() {
    return cover.closed();
  }

  private List<Line> saidIn(LocalDate first, LocalDate last) {
    return said.stream()
        .filter(line -> !line.day().isBefore(first) && !line.day().isAfter(last))
        .toList();
  }

  /// On which day this person said this.
  Optional<LocalDate> saidOn(Ref ref) {
    return said.stream().filter(line -> line.refs().contains(ref)).map(Line::day).findFirst();
  }

  /// On which day this row was written.
  Optional<LocalDate> writtenOn(Ref ref) throws SQLException {
    for (var subject : subjects) {
      var row = rows.at(tx, subject, ref.number());
      if (row.isPresent()) {
        return row.map(one -> Teller.day(RowWindow.at(one)));
      }
    }
    return Optional.empty();
  }

  /// Where a line comes from that was made here.
  Optional<Whence> whence(Line line) throws SQLException {
    if (line.refs().getFirst().own()) {
      return own.stream()
          .map(OwnConsents.Line::ask)
          .filter(ask -> line.question().filter(ask.id()::equals).isPresent())
          .findFirst()
          .map(
              ask ->
                  new Whence(
                      line,
                      ask.sender(),
                      ask.receiver(),
                      false,
                      Optional.empty(),
                      List.of(),
                      line.question()));
    }
    var seen = new ArrayList<Sieve.Seen>();
    for (var ref : line.refs()) {
      seen(ref).ifPresent(seen::add);
    }
    return seen.stream().findFirst().map(newest -> whence(line, newest, seen));
  }

  private static Whence whence(Line line, Sieve.Seen newest, List<Sieve.Seen> seen) {
    var what = newest.what();
    boolean ofQuestion = what.consents().contains(what.about());
    return new Whence(
        line,
        what.between().from(),
        what.between().to(),
        newest.senderHidden(),
        newest.rule(),
        ofQuestion ? List.of() : seen.stream().map(one -> one.what().about()).distinct().toList(),
        ofQuestion ? Optional.of(what.about()) : Optional.empty());
  }

  /// What this person may see now of what it acted on once. It goes with its line, and of who may
  /// not see the line any more because the child grew, the own words stay.
  Optional<Again> again(Again.Once once) throws SQLException {
    var between = once.between();
    var sight = facts.ofOwn(between, once.names());
    if (sight == MayLearn.Sight.NIETS) {
      return Optional.empty();
    }
    boolean whole = sight == MayLearn.Sight.ALLES;
    var line = once.line().isPresent() && whole ? line(once.line().get()) : Optional.<Line>empty();
    if (once.line().isPresent() && whole && line.isEmpty()) {
      return Optional.empty();
    }
    var words = facts.words(between.from(), between.to());
    boolean hidden = once.names().stream().anyMatch(facts::isSenderHidden);
    return Optional.of(
        new Again(
            whole,
            line.map(Line::from)
                .orElseGet(() -> hidden ? Who.hidden() : Who.of(between.from(), words, cover)),
            line.map(Line::to).or(() -> once.to().map(to -> Who.of(to, words, cover))),
            words.purposes().getOrDefault(once.purpose(), ""),
            cover.closed()));
  }

  /// The lines of these rows, in the same order; empty for each that this person may not see. As
  /// many statements whatever may be seen.
  List<Optional<Line>> seen(List<Ref> refs) throws SQLException {
    var happened = new ArrayList<Optional<Happened>>();
    for (var ref : refs) {
      happened.add(happened(ref));
    }
    var sieve = facts.sieve(happened.stream().flatMap(Optional::stream).toList());
    return happened.stream().map(what -> what.flatMap(sieve::sift).flatMap(teller::line)).toList();
  }

  private Optional<Happened> happened(Ref ref) throws SQLException {
    var found = Optional.<Happened>empty();
    for (var subject : subjects) {
      var row = rows.at(tx, subject, ref.number());
      found = found.or(() -> row.flatMap(one -> Happened.of(one, facts::stop)));
    }
    return found;
  }

  private Optional<Line> line(Ref ref) throws SQLException {
    return ref.own()
        ? said.stream().filter(line -> line.refs().contains(ref)).findFirst()
        : seen(ref).flatMap(teller::line);
  }

  private Optional<Sieve.Seen> seen(Ref ref) throws SQLException {
    for (var subject : subjects) {
      var row = rows.at(tx, subject, ref.number());
      var what = row.flatMap(one -> Happened.of(one, facts::stop));
      if (what.isPresent()) {
        return facts.sieve(List.of(what.get())).sift(what.get());
      }
    }
    return Optional.empty();
  }

  private Timeline read(UUID subject, LocalDate first, LocalDate last, boolean further)
      throws SQLException {
    var begin = first.atStartOfDay(Age.CALENDAR).toInstant().minus(RowWindow.SKEW);
    var lines = new ArrayList<Line>();
    var older = new ArrayList<LocalDate>();
    long before = rows.below(tx, subject, RecordDesk.after(last), now);
    for (int opened = 0; opened < RecordDesk.MOST; opened += RowWindow.CHUNK) {
      var page = rows.next(tx, subject, before);
      for (var line : lines(page)) {
        if (line.day().isBefore(first)) {
          older.add(line.day());
        } else if (!line.day().isAfter(last)) {
          lines.add(line);
        }
      }
      if (page.size() < RowWindow.CHUNK) {
        return new Timeline(lines, older.stream().max(Comparator.naturalOrder()));
      }
      before = page.getLast().index();
      if (RowWindow.at(page.getLast()).isBefore(begin) && (!further || !older.isEmpty())) {
        return new Timeline(lines, older.stream().max(Comparator.naturalOrder()));
      }
    }
    // Not read to the end: whoever goes on, goes on from where reading stopped.
    return new Timeline(
        lines,
        older.stream().max(Comparator.naturalOrder()).or(() -> Optional.of(first.minusDays(1))));
  }

  private List<Line> lines(List<LogReader.Row> page) throws SQLException {
    var happened = page.stream().flatMap(row -> Happened.of(row, facts::stop).stream()).toList();
    var sieve = facts.sieve(happened);
    var seen = happened.stream().flatMap(what -> sieve.sift(what).stream()).toList();
    for (var one : seen) {
      if (one.what().told() == Told.GEKREGEN) {
        went.put(new Ref(false, one.what().index()), one.what().about());
      }
    }
    return seen.stream().flatMap(one -> teller.line(one).stream()).toList();
  }
}
