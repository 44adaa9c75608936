package nl.sluis.gateway.nacontrole;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// What receivers were told of what should not have reached them, or not so, and what they did. It
/// only grows. May be shared between threads; each call works on the caller's connection.
public final class Corrections {
  private static final int MOST = 100;

  private static final String ADD =
      """
      insert into rechtzetting
        (region, transactie, aan_oin, aan_rol, doel, van_oin, subject_id, jws, gemaakt_op,
         uiterlijk, oorzaak)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String COLUMNS =
      """
      select r.transactie, r.aan_oin, r.aan_rol, r.doel, r.van_oin, r.subject_id, r.jws,
        r.gemaakt_op, r.uiterlijk, r.oorzaak
      from rechtzetting r
      """;

  private static final String WAITING =
      COLUMNS
          + """
          where r.region = ? and r.aan_oin = ?
            and not exists (
              select from rechtzetting_bevestigd b
              where b.region = r.region and b.transactie = r.transactie)
          order by r.gemaakt_op, r.transactie
          limit ?
          """;

  private static final String FIND = COLUMNS + "where r.region = ? and r.transactie = ?";

  private static final String CONFIRM =
      """
      insert into rechtzetting_bevestigd (region, transactie, gedaan, grond, op)
      values (?, ?, ?, ?, ?)
      on conflict do nothing
      """;

  private static final String CONFIRMED =
      "select gedaan, grond, op from rechtzetting_bevestigd where region = ? and transactie = ?";

  private final String region;
  private final CorrectionSigner signer;

  /// @param region whose corrections these are
  public Corrections(String region, CorrectionSigner signer) {
    this.region = region;
    this.signer = signer;
  }

  /// Signs a correction and puts it in the receiver's list, in the transaction of the verdict.
  ///
  /// @return the row for the logbook, with the digest of what was signed
  public Entry made(Connection tx, Review review, Instant at) throws SQLException {
    var made =
        make(
            tx,
            new Told(
                Correction.Cause.NACONTROLE,
                review.transaction(),
                review.from().oin(),
                review.to(),
                review.purpose(),
                review.subject(),
                Optional.empty()),
            at,
            at.plus(ReviewBook.REPAIR));
    return row(made, "rechtzetting");
  }

  /// Signs that something went out by mistake and puts it in the receiver's list, in the
  /// transaction of the caller (AVG 5(1)(d), 33(3)(d)). What was corrected before is not asked
  /// twice.
  ///
  /// @param from who sent it
  /// @param subject the child, when it is known; the receiver is not told
  /// @return the row for the logbook; empty when there is a correction of this exchange
  public Optional<Entry> recalled(
      Connection tx,
      UUID transaction,
      Oin from,
      PartyRole to,
      Purpose purpose,
      Optional<UUID> subject,
      Instant at)
      throws SQLException {
    if (find(tx, transaction).isPresent()) {
      return Optional.empty();
    }
    var cause = Correction.Cause.ZAAK;
    var told = new Told(cause, transaction, from, to, purpose, subject, Optional.empty());
    return Optional.of(row(make(tx, told, at, at.plus(ReviewBook.REPAIR)), "teruggehaald"));
  }

  /// What somebody is told of one exchange.
  ///
  /// @param from who sent it
  /// @param subject the child, when it is known; the receiver is not told
  /// @param by the exchange that takes its place, when there is one
  public record Told(
      Correction.Cause cause,
      UUID transaction,
      Oin from,
      PartyRole to,
      Purpose purpose,
      Optional<UUID> subject,
      Optional<UUID> by) {}

  /// Signs what its sender asks and puts it in the receiver's list, in the transaction of the
  /// caller. What was corrected before is not asked twice: then that is what there is.
  ///
  /// @param due before when the receiver says what it did
  public Correction asked(Connection tx, Told told, Instant at, Instant due) throws SQLException {
    var before = find(tx, told.transaction());
    return before.isPresent() ? before.get() : make(tx, told, at, due);
  }

  private Correction make(Connection tx, Told told, Instant at, Instant due) throws SQLException {
    var jws = signer.sign(told.cause(), told.transaction(), told.to(), told.by(), at, due);
    var made =
        new Correction(
            told.cause(),
            told.transaction(),
            told.to(),
            told.from(),
            told.subject(),
            told.purpose(),
            jws,
            at,
            due);
    add(tx, made);
    return made;
  }

  private void add(Connection tx, Correction made) throws SQLException {
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, made.transaction());
      insert.setString(3, made.to().oin().value());
      insert.setString(4, made.to().role().code());
      insert.setString(5, made.purpose().code());
      insert.setString(6, made.from().value());
      insert.setObject(7, made.subject().orElse(null));
      insert.setString(8, made.jws());
      insert.setObject(9, utc(made.madeAt()));
      insert.setObject(10, utc(made.due()));
      insert.setString(11, made.cause().code());
      insert.executeUpdate();
    }
  }

  private static Entry row(Correction made, String step) {
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("stap", step).put("transactie", made.transaction().toString());
    detail.put("aan", made.to().oin().value()).put("sha256", made.digest());
    return new Entry(EntryKind.REVIEW, made.subject(), detail);
  }

  /// What the receiver said that it did, and when; empty when it did not answer yet.
  ///
  /// @param law the law that makes it keep the data; empty for any other word
  public record Confirmed(Mended done, Optional<String> law, Instant at) {}

  /// What the receiver of this exchange said that it did.
  public Optional<Confirmed> confirmed(Connection tx, UUID transaction) throws SQLException {
    try (var select = tx.prepareStatement(CONFIRMED)) {
      select.setString(1, region);
      select.setObject(2, transaction);
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Confirmed(
                    Mended.of(row.getString(1)),
                    Optional.ofNullable(row.getString(2)),
                    row.getObject(3, OffsetDateTime.class).toInstant()))
            : Optional.empty();
      }
    }
  }

  /// What this receiver did not answer yet: at most a hundred, the oldest first.
  public List<Correction> waiting(Connection tx, Oin receiver) throws SQLException {
    try (var select = tx.prepareStatement(WAITING)) {
      select.setString(1, region);
      select.setString(2, receiver.value());
      select.setInt(3, MOST);
      return read(select);
    }
  }

  /// The correction of this exchange, if there is one.
  public Optional<Correction> find(Connection tx, UUID transaction) throws SQLException {
    try (var select = tx.prepareStatement(FIND)) {
      select.setString(1, region);
      select.setObject(2, transaction);
      return read(select).stream().findFirst();
    }
  }

  /// Notes what the receiver did.
  ///
  /// @param law the law that makes it keep the data; empty for any other word
  /// @return false when it was said before
  public boolean confirm(
      Connection tx, UUID transaction, Mended done, Optional<String> law, Instant at)
      throws SQLException {
    try (var insert = tx.prepareStatement(CONFIRM)) {
      insert.setString(1, region);
      insert.setObject(2, transaction);
      insert.setString(3, done.code());
      insert.setString(4, law.orElse(null));
      insert.setObject(5, utc(at));
      return insert.executeUpdate() == 1;
    }
  }

  private static List<Correction> read(PreparedStatement select) throws SQLException {
    var found = new ArrayList<Correction>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        found.add(
            new Correction(
                Correction.Cause.of(rows.getString(10)),
                rows.getObject(1, UUID.class),
                new PartyRole(new Oin(rows.getString(2)), Role.of(rows.getString(3)).orElseThrow()),
                new Oin(rows.getString(5)),
                Optional.ofNullable(rows.getObject(6, UUID.class)),
                new Purpose(rows.getString(4)),
                rows.getString(7),
                rows.getObject(8, OffsetDateTime.class).toInstant(),
                rows.getObject(9, OffsetDateTime.class).toInstant()));
      }
    }
    return found;
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
