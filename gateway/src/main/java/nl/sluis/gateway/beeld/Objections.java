package nl.sluis.gateway.beeld;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.Logged;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.sequencer.Writes;
import nl.sluis.gateway.sequencer.Written;
import nl.sluis.gateway.toezicht.Officer;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.terms.Oin;

/// What parties have against versions of a convenant, each a row of the logbook. An objection stops
/// nothing: a version binds who signed it, so who objects does not sign.
///
/// May be shared between threads.
final class Objections {
  private static final String ADD =
      """
      insert into convenant_bezwaar (region, digest, partij, grond, vastgelegd_op)
      values (?, ?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String FIND =
      """
      select partij, grond, vastgelegd_op from convenant_bezwaar
      where region = ? and digest = ?
      order by vastgelegd_op, partij, grond
      """;
  private static final String KNOWN =
      """
      select from convenant_bezwaar
      where region = ? and digest = ? and partij = ? and grond = ?
      """;

  private final String region;

  Objections(String region) {
    this.region = region;
  }

  /// Why a party does not want a version; in words of ours, so that nobody is named in it.
  enum Ground {
    /// More may be shared than the purpose needs (AVG 5(1)(c)).
    TE_RUIM("te-ruim"),
    /// It does not say well enough what for (AVG 5(1)(b)).
    DOEL_ONDUIDELIJK("doel-onduidelijk"),
    /// It is kept too long, or not long enough (AVG 5(1)(e)).
    BEWAARTERMIJN("bewaartermijn"),
    /// The people who must do it cannot.
    NIET_UITVOERBAAR("niet-uitvoerbaar"),
    /// A lawyer must say something of it first.
    JURIST_EERST("jurist-eerst"),
    /// Those whom it concerns were not asked (AVG 35(9)).
    GEZINNEN_NIET_GEHOORD("gezinnen-niet-gehoord");

    private final String word;

    Ground(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    static Optional<Ground> of(String word) {
      return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
  }

  /// One of them.
  record Objection(Oin by, String ground, Instant at) {}

  /// Every objection against the text with this digest, oldest first.
  List<Objection> against(Connection connection, String digest) throws SQLException {
    var all = new ArrayList<Objection>();
    try (var select = connection.prepareStatement(FIND)) {
      select.setString(1, region);
      select.setString(2, digest);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          all.add(
              new Objection(
                  new Oin(row.getString(1)),
                  row.getString(2),
                  row.getObject(3, OffsetDateTime.class).toInstant()));
        }
      }
    }
    return all;
  }

  /// Puts an objection on record in the name of the organisation of this officer.
  ///
  /// @return false when it was on record already
  Work<Boolean> object(Officer officer, Convenant version, Ground ground) {
    return new Work<>() {
      @Override
      public Needs needs() {
        return Needs.nothing();
      }

      @Override
      public Plan<Boolean> plan(Found found) throws SQLException {
        return isKnown(found.tx(), officer, version, ground)
            ? Plan.known(false)
            : new Objecting(officer, version, ground, found.at());
      }
    };
  }

  private boolean isKnown(Connection tx, Officer officer, Convenant version, Ground ground)
      throws SQLException {
    try (var select = tx.prepareStatement(KNOWN)) {
      select.setString(1, region);
      select.setString(2, version.digest());
      select.setString(3, officer.organisation().value());
      select.setString(4, ground.word());
      try (var row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  private final class Objecting implements Plan<Boolean> {
    private final Officer officer;
    private final Convenant version;
    private final Ground ground;
    private final Instant at;

    Objecting(Officer officer, Convenant version, Ground ground, Instant at) {
      this.officer = officer;
      this.version = version;
      this.ground = ground;
      this.at = at;
    }

    @Override
    public List<Entry> entries() {
      var detail = JsonNodeFactory.instance.objectNode();
      detail.put("gebeurtenis", "bezwaar").put("grond", ground.word());
      detail.put("afzender", officer.organisation().value());
      detail.put("partij", officer.organisation().value());
      detail.put("functie", officer.duty().word());
      detail
          .putObject("convenant")
          .put("id", version.id())
          .put("versie", version.version())
          .put("digest", version.digest());
      return List.of(new Entry(EntryKind.CONVENANT, Optional.empty(), detail));
    }

    @Override
    public void write(Writes writes, List<Logged> rows) throws SQLException {
      try (var add = writes.tx().prepareStatement(ADD)) {
        add.setString(1, region);
        add.setString(2, version.digest());
        add.setString(3, officer.organisation().value());
        add.setString(4, ground.word());
        add.setObject(5, at.atOffset(ZoneOffset.UTC));
        add.executeUpdate();
      }
    }

    @Override
    public Boolean answer(Written written) {
      return true;
    }
  }
}
