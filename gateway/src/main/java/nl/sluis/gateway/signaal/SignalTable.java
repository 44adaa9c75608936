package nl.sluis.gateway.signaal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.nacontrole.Actor;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.toezicht.Finding;
import nl.sluis.policies.toezicht.Signal;
import nl.sluis.policies.toezicht.Signal.About;
import nl.sluis.policies.toezicht.SignalKind;
import nl.sluis.policies.toezicht.Watch;

/// What stood out, and what people found of it. Rows are added only; who may judge is checked by
/// the database too.
///
/// May be shared between threads; it works in the transaction of its caller.
public final class SignalTable {
  private static final String DAY =
      """
      insert into controle_dag
        (region, organisatie, dag, beleid, rijen, verklaard, verdrongen, gedaan_op)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String RAISE =
      """
      insert into signaal
        (region, id, organisatie, soort, week, wie, ander, beleid, keer, rekensom, rijen,
         gevonden_op)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String RAISED =
      """
      select s.id, s.soort, s.week, s.wie, s.ander, s.keer, s.rekensom, s.rijen, s.gevonden_op,
        o.nummer, o.uitkomst, o.door, g.uitkomst, g.op, s.beleid
      from signaal s
      left join lateral (
        select nummer, uitkomst, door from signaal_oordeel o
        where o.region = s.region and o.signaal = s.id
        order by nummer desc
        limit 1) o on true
      left join signaal_gesloten g on g.region = s.region and g.signaal = s.id
      where s.region = ? and s.organisatie = ?
      """;
  private static final String ONE = RAISED + " and s.id = ?";
  private static final String SINCE =
      RAISED + " and s.gevonden_op >= ? order by s.gevonden_op desc, s.id limit ?";
  private static final String PROPOSE =
      """
      insert into signaal_oordeel (region, signaal, nummer, wie, uitkomst, door, op)
      values (?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String CLOSE =
      """
      insert into signaal_gesloten
        (region, signaal, wie, nummer, uitkomst, voorgesteld_door, door, op)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final String region;

  /// @param region in whose part of the database it lives
  SignalTable(String region) {
    this.region = region;
  }

  /// A signal as it stands.
  ///
  /// @param who whose work it is about
  /// @param other the organisation on the other side; empty when it is about one person
  /// @param proposed what was proposed last, and by whom
  /// @param closed what it was closed with
  /// @param policy the fingerprint of the policy under which it came up, which it keeps
  public record Raised(
      UUID id,
      SignalKind kind,
      LocalDate week,
      Actor who,
      Optional<Oin> other,
      double times,
      String arithmetic,
      List<Long> rows,
      Instant at,
      Optional<Proposed> proposed,
      Optional<Closed> closed,
      String policy) {
    /// Copies its list.
    public Raised {
      rows = List.copyOf(rows);
    }
  }

  /// What somebody proposed.
  ///
  /// @param number of the proposal, from one
  public record Proposed(int number, Finding finding, Actor by) {}

  /// What it was closed with.
  public record Closed(Finding finding, Instant at) {}

  /// Says that this organisation was done.
  ///
  /// @return whether it was not said before
  boolean day(Connection tx, Oin organisation, Watch watch, String policy, Instant now)
      throws SQLException {
    int unexplained = watch.byExplanation().getOrDefault("", 0);
    try (var insert = tx.prepareStatement(DAY)) {
      insert.setString(1, region);
      insert.setString(2, organisation.value());
      insert.setObject(3, watch.day());
      insert.setString(4, policy);
      insert.setInt(5, watch.judged());
      insert.setInt(6, watch.judged() - unexplained);
      insert.setLong(7, watch.forgotten());
      insert.setObject(8, now.atOffset(ZoneOffset.UTC));
      return insert.executeUpdate() == 1;
    }
  }

  /// Adds a signal; the same one of the same week is there once.
  void raise(Connection tx, Signal signal, String policy, Instant now) throws SQLException {
    var actor = signal.about().actor();
    var other =
        switch (signal.about()) {
          case About.Person _ -> "";
          case About.Pair pair -> pair.other().value();
        };
    try (var insert = tx.prepareStatement(RAISE)) {
      insert.setString(1, region);
      insert.setObject(2, UUID.randomUUID());
      insert.setString(3, actor.organisation().value());
      insert.setString(4, signal.kind().code());
      insert.setObject(5, monday(signal.day()));
      insert.setBytes(6, HexFormat.of().parseHex(actor.key()));
      insert.setString(7, other);
      insert.setString(8, policy);
      insert.setDouble(9, signal.times());
      insert.setString(10, signal.arithmetic());
      insert.setArray(11, tx.createArrayOf("bigint", signal.rows().toArray()));
      insert.setObject(12, now.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  /// The Monday of the week of this day.
  public static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /// The signals of an organisation since a moment, newest first.
  List<Raised> since(Connection tx, Oin organisation, Instant from, int most) throws SQLException {
    var found = new ArrayList<Raised>();
    try (var select = tx.prepareStatement(SINCE)) {
      select.setString(1, region);
      select.setString(2, organisation.value());
      select.setObject(3, from.atOffset(ZoneOffset.UTC));
      select.setInt(4, most);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.add(raised(row));
        }
      }
    }
    return found;
  }

  /// One signal of this organisation; empty when it has none with this identifier.
  Optional<Raised> one(Connection tx, Oin organisation, UUID id) throws SQLException {
    try (var select = tx.prepareStatement(ONE)) {
      select.setString(1, region);
      select.setString(2, organisation.value());
      select.setObject(3, id);
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(raised(row)) : Optional.empty();
      }
    }
  }

  private static Raised raised(ResultSet row) throws SQLException {
    var other = row.getString(5);
    var proposed = row.getString(11);
    var closed = row.getString(13);
    return new Raised(
        row.getObject(1, UUID.class),
        SignalKind.of(row.getString(2)).orElseThrow(),
        row.getObject(3, LocalDate.class),
        Actor.of(row.getBytes(4)),
        other.isEmpty() ? Optional.empty() : Optional.of(new Oin(other)),
        row.getDouble(6),
        row.getString(7),
        Arrays.stream((Long[]) row.getArray(8).getArray()).toList(),
        row.getObject(9, OffsetDateTime.class).toInstant(),
        proposed == null
            ? Optional.empty()
            : Optional.of(
                new Proposed(
                    row.getInt(10),
                    Finding.of(proposed).orElseThrow(),
                    Actor.of(row.getBytes(12)))),
        closed == null
            ? Optional.empty()
            : Optional.of(
                new Closed(
                    Finding.of(closed).orElseThrow(),
                    row.getObject(14, OffsetDateTime.class).toInstant())),
        row.getString(15));
  }

  /// Adds what somebody found; it closes nothing.
  void propose(Connection tx, Raised signal, Finding finding, Actor by, Instant at)
      throws SQLException {
    try (var insert = tx.prepareStatement(PROPOSE)) {
      insert.setString(1, region);
      insert.setObject(2, signal.id());
      insert.setInt(3, signal.proposed().map(Proposed::number).orElse(0) + 1);
      insert.setBytes(4, signal.who().bytes());
      insert.setString(5, finding.code());
      insert.setBytes(6, by.bytes());
      insert.setObject(7, at.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  /// Closes it with what somebody else proposed.
  void close(Connection tx, Raised signal, Proposed proposed, Actor by, Instant at)
      throws SQLException {
    try (var insert = tx.prepareStatement(CLOSE)) {
      insert.setString(1, region);
      insert.setObject(2, signal.id());
      insert.setBytes(3, signal.who().bytes());
      insert.setInt(4, proposed.number());
      insert.setString(5, proposed.finding().code());
      insert.setBytes(6, proposed.by().bytes());
      insert.setBytes(7, by.bytes());
      insert.setObject(8, at.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }
}
