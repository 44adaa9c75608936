package nl.sluis.gateway.vierogen;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.nacontrole.Actor;
import nl.sluis.policies.terms.Oin;

/// What was proposed to close, and what a second person said of it. It only grows.
///
/// May be shared between threads; each call works on the caller's connection.
public final class Proposals {
  private static final byte[] NOBODY = {};

  // The next turn is free only when every earlier one was given back.
  private static final String ADD =
      """
      insert into sluitvoorstel
        (region, id, wat, over, beurt, organisatie, tweede_bij, subject_id, handelend, voorsteller,
         uitkomst, antwoorden, woorden_verzegeld, op, uiterlijk)
      select ?, ?, ?, ?,
        1 + (
          select count(*)
          from sluitvoorstel v
          join sluitvoorstel_besluit b
            on b.region = v.region and b.voorstel = v.id and b.besluit = 'teruggegeven'
          where v.region = ? and v.wat = ? and v.over = ?),
        ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
      on conflict do nothing
      """;

  private static final String COLUMNS =
      """
      select v.id, v.wat, v.over, v.organisatie, v.tweede_bij, v.subject_id, v.handelend,
        v.voorsteller, v.uitkomst, v.antwoorden, v.woorden_verzegeld, v.op, v.uiterlijk
      from sluitvoorstel v
      """;

  private static final String UNANSWERED =
      """
        and not exists (
          select from sluitvoorstel_besluit b where b.region = v.region and b.voorstel = v.id)
      """;

  private static final String FIND = COLUMNS + "where v.region = ? and v.id = ?\n" + UNANSWERED;

  private static final String OPEN =
      COLUMNS + "where v.region = ? and v.wat = ? and v.over = ?\n" + UNANSWERED;

  private static final String ANSWER =
      """
      insert into sluitvoorstel_besluit
        (region, voorstel, voorsteller, handelend, tweede, tweede_bij, besluit, op)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;

  private final String region;

  /// @param region whose proposals these are
  public Proposals(String region) {
    this.region = region;
  }

  /// What a second person says of a proposal.
  public enum Said {
    /// It is so.
    BEVESTIGD("bevestigd"),
    /// It is not, or not yet: who proposed it looks again, and nothing is closed.
    TERUGGEGEVEN("teruggegeven");

    private final String code;

    Said(String code) {
      this.code = code;
    }

    /// The Dutch word.
    public String code() {
      return code;
    }
  }

  /// Lays it ready for a second person.
  ///
  /// @return false when there lies one already, or it was confirmed before
  public boolean add(Connection tx, Proposal proposal) throws SQLException {
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, proposal.id());
      insert.setString(3, proposal.closing().what());
      insert.setObject(4, proposal.about());
      insert.setString(5, region);
      insert.setString(6, proposal.closing().what());
      insert.setObject(7, proposal.about());
      insert.setString(8, proposal.organisation().value());
      insert.setString(9, proposal.secondAt().value());
      insert.setObject(10, proposal.subject().orElse(null));
      insert.setBytes(11, acting(proposal));
      insert.setBytes(12, proposal.proposer().bytes());
      insert.setString(13, proposal.outcome());
      insert.setArray(14, tx.createArrayOf("text", proposal.answers().toArray()));
      insert.setBytes(15, proposal.words().orElse(null));
      insert.setObject(16, utc(proposal.at()));
      insert.setObject(17, utc(proposal.due()));
      return insert.executeUpdate() == 1;
    }
  }

  /// The proposal under this name, when nobody said anything of it yet.
  public Optional<Proposal> find(Connection tx, UUID id) throws SQLException {
    try (var select = tx.prepareStatement(FIND)) {
      select.setString(1, region);
      select.setObject(2, id);
      return read(select);
    }
  }

  /// What lies ready to close this; empty when nothing does.
  public Optional<Proposal> open(Connection tx, Closing closing, UUID about) throws SQLException {
    try (var select = tx.prepareStatement(OPEN)) {
      select.setString(1, region);
      select.setString(2, closing.what());
      select.setObject(3, about);
      return read(select);
    }
  }

  /// Notes what a second person says of it; the database refuses who may not.
  ///
  /// @return false when somebody said something of it before
  public boolean answer(Connection tx, Proposal proposal, Actor second, Said said, Instant at)
      throws SQLException {
    try (var insert = tx.prepareStatement(ANSWER)) {
      insert.setString(1, region);
      insert.setObject(2, proposal.id());
      insert.setBytes(3, proposal.proposer().bytes());
      insert.setBytes(4, acting(proposal));
      insert.setBytes(5, second.bytes());
      insert.setString(6, proposal.secondAt().value());
      insert.setString(7, said.code());
      insert.setObject(8, utc(at));
      return insert.executeUpdate() == 1;
    }
  }

  private static byte[] acting(Proposal proposal) {
    return proposal.acting().map(Actor::bytes).orElse(NOBODY);
  }

  private static Optional<Proposal> read(PreparedStatement select) throws SQLException {
    try (var row = select.executeQuery()) {
      return row.next() ? Optional.of(proposal(row)) : Optional.empty();
    }
  }

  private static Proposal proposal(ResultSet row) throws SQLException {
    var acting = row.getBytes(7);
    return new Proposal(
        row.getObject(1, UUID.class),
        Closing.ofWhat(row.getString(2)),
        row.getObject(3, UUID.class),
        new Oin(row.getString(4)),
        new Oin(row.getString(5)),
        Optional.ofNullable(row.getObject(6, UUID.class)),
        acting.length == 0 ? Optional.empty() : Optional.of(Actor.of(acting)),
        Actor.of(row.getBytes(8)),
        row.getString(9),
        List.copyOf(Arrays.asList((String[]) row.getArray(10).getArray())),
        Optional.ofNullable(row.getBytes(11)),
        instant(row, 12),
        instant(row, 13));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
