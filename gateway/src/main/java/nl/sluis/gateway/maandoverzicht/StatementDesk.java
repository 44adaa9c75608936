package nl.sluis.gateway.maandoverzicht;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.gateway.bewijs.ReceiptSigner;
import nl.sluis.gateway.inzicht.MonthLines;
import nl.sluis.gateway.inzicht.MonthRecord;
import nl.sluis.gateway.inzicht.MonthRecord.Child;
import nl.sluis.gateway.inzicht.MonthThings;
import nl.sluis.gateway.inzicht.Ref;
import nl.sluis.gateway.inzicht.Thing;
import nl.sluis.gateway.keys.KeyUse;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.gateway.logbook.Logbook;
import nl.sluis.gateway.logbook.PublicLog;
import nl.sluis.gateway.logbook.RowOpening;
import nl.sluis.gateway.logbook.UseKeyChange;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.vorm.Texts;
import nl.sluis.gateway.vorm.Visitor;
import nl.sluis.policies.terms.Age;

/// Makes the statement of a month for who asks, after it is written down that somebody did.
///
/// Of a month that goes on, what there is until now is committed to first: it proves what stood in
/// it from then on, and nothing about before. May be shared between threads.
public final class StatementDesk {
  private static final byte[] SELF = {};

  private final DataSource database;
  private final Sequencer sequencer;
  private final MonthRecord record;
  private final MonthThings things;
  private final MonthClosing closing;
  private final KeyVault vault;
  private final Logbook logbook;
  private final UseKeyChange uses;
  private final SigningKeys<ReceiptSigner> signers;
  private final Texts texts;
  private final MonthTable table;
  private final PublicLog log;
  private final RowOpening rows;

  /// @param record what somebody sees
  /// @param things what happened
  /// @param closing commits to what was not committed to yet
  /// @param uses the history of the keys that sign
  /// @param signers sign statements, one at a time
  public StatementDesk(
      DataSource database,
      Sequencer sequencer,
      MonthRecord record,
      MonthThings things,
      MonthClosing closing,
      KeyVault vault,
      Logbook logbook,
      UseKeyChange uses,
      SigningKeys<ReceiptSigner> signers,
      Texts texts) {
    this.database = database;
    this.sequencer = sequencer;
    this.record = record;
    this.things = things;
    this.closing = closing;
    this.vault = vault;
    this.logbook = logbook;
    this.uses = uses;
    this.signers = signers;
    this.texts = texts;
    this.table = new MonthTable(logbook.region());
    this.log = new PublicLog(logbook.region(), database);
    this.rows = new RowOpening(logbook.region(), vault);
  }

  /// Every child at which this person has a place; the person itself first.
  List<Child> children(SignedIn who, Instant now) throws SQLException {
    return record.children(who, now);
  }

  /// The child that this person calls so; empty when there is none.
  Optional<Child> child(SignedIn who, String word, Instant now) throws SQLException {
    return children(who, now).stream().filter(child -> child.word().equals(word)).findFirst();
  }

  /// Every month of which there can be a statement, the newest first, whether anything happened or
  /// not.
  List<YearMonth> months(Instant now) throws SQLException {
    var first = YearMonth.from(record.completeFrom(now));
    var months = new ArrayList<YearMonth>();
    for (var month = YearMonth.from(now.atZone(Age.CALENDAR));
        !month.isBefore(first);
        month = month.minusMonths(1)) {
      months.add(month);
    }
    return months;
  }

  /// What is taken home: what was committed to, and what is shown of it.
  private record Taken(Committed committed, MonthLines shown) {}

  /// The signed statement of one of those months.
  ///
  /// @return empty when what was committed to cannot be opened any more
  Optional<byte[]> statement(Visitor who, Child child, YearMonth month, Instant now)
      throws SQLException {
    var taken = take(who, child, month, now);
    return taken.isEmpty() ? Optional.empty() : file(who, child, taken.get(), now);
  }

  /// The same month on paper.
  ///
  /// @return empty when nothing could be committed to
  Optional<PaperModel> paper(Visitor who, Child child, YearMonth month, Instant now)
      throws SQLException {
    var taken = take(who, child, month, now);
    if (taken.isEmpty()) {
      return Optional.empty();
    }
    var committed = taken.get().committed();
    var places = committed.places();
    return Optional.of(
        new PaperModel(
            child.at(""),
            month,
            committed.period().isWhole(),
            LocalDate.ofInstant(now, Age.CALENDAR),
            child.whole(),
            record.completeFrom(now),
            taken.get().shown().lines().stream()
                .sorted(Statement.BY_DAY)
                .map(line -> new PaperModel.Said(line, places.containsKey(line.refs().getFirst())))
                .toList(),
            Statement.base64(committed.root())));
  }

  private Optional<Taken> take(Visitor who, Child child, YearMonth month, Instant now)
      throws SQLException {
    sequencer.submit(new Fetching(who.who(), child.place(), month)).join();
    var committed = committed(who.who(), child, month, now);
    return committed.isEmpty()
        ? Optional.empty()
        : Optional.of(new Taken(committed.get(), record.month(child, month, now)));
  }

  private Optional<byte[]> file(Visitor who, Child child, Taken taken, Instant now)
      throws SQLException {
    try (var connection = database.getConnection()) {
      var one = taken.committed();
      var row = rows.open(connection, one.stands().row());
      var proof = log.proof(one.stands().row());
      if (row.isEmpty() || proof.isEmpty()) {
        return Optional.empty();
      }
      var said = texts.set("inzien", who.language());
      var head =
          new Statement.Head(
              logbook.key().origin(),
              child.word(),
              said.language().tag(),
              child.whole(),
              record.completeFrom(now),
              now);
      var key = vault.monthKey(child.place().subject());
      return Optional.of(
          new Statement(head, one)
              .tree(one, row.get(), proof.get())
              .lines(
                  taken.shown(),
                  one,
                  new Blinding(key, one.viewer(), one.period()),
                  things(connection, child, one, taken.shown()),
                  new Telling(said),
                  thing -> decisions(connection, thing))
              .signed(keys(connection), this::sign));
    }
  }

  private Optional<Committed> committed(SignedIn who, Child child, YearMonth month, Instant now)
      throws SQLException {
    var viewer = child.place().isSelf() ? SELF : who.number().bytes();
    var period = MonthClosing.isOver(month, now) ? Period.whole(month) : Period.of(month, now);
    var before = last(child, viewer, month);
    if (before.filter(one -> one.period().equals(period)).isPresent()) {
      return before;
    }
    closing.now(child.place(), viewer, period);
    return last(child, viewer, month);
  }

  private Optional<Committed> last(Child child, byte[] viewer, YearMonth month)
      throws SQLException {
    try (var connection = database.getConnection()) {
      return table.last(connection, child.place().subject(), viewer, month);
    }
  }

  /// What is shown, and nothing of what is not: that there is more must cost no time.
  private Map<Ref, Thing> things(
      Connection connection, Child child, Committed one, MonthLines shown) throws SQLException {
    var refs =
        shown.lines().stream()
            .map(line -> line.refs().getFirst())
            .filter(one.places().keySet()::contains)
            .toList();
    return things.again(connection, child.place(), refs, one.period().until()).stream()
        .collect(toMap(Thing::ref, thing -> thing, (a, _) -> a));
  }

  private List<UUID> decisions(Connection connection, Thing thing) {
    try {
      return table.decisions(connection, thing.names());
    } catch (SQLException e) {
      throw new IllegalStateException("what was hidden cannot be read", e);
    }
  }

  private ObjectNode keys(Connection connection) throws SQLException {
    var keys = JsonNodeFactory.instance.objectNode();
    var ofLog = keys.putArray("logboek");
    logbook.keyStatements().forEach(ofLog::add);
    var ofUse = keys.putArray(KeyUse.RECEIPT.word());
    uses.statements(connection, KeyUse.RECEIPT).forEach(ofUse::add);
    return keys;
  }

  private String sign(byte[] words) {
    return signers.current().detached(Statement.TYPE, words);
  }
}
