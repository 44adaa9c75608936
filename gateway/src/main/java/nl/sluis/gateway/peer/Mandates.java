package nl.sluis.gateway.peer;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import nl.sluis.gateway.message.SenderKeys;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// The mandates that parties signed, as rows that are only ever added (AVG 28(3), design 10.4).
///
/// Thread-safe. Every method runs on the caller's connection, in the caller's transaction; nothing
/// is remembered, so that a mandate taken back stops at commit, on every gateway, for that party
/// only.
public final class Mandates {
  /// The `typ` in the header of a mandate.
  public static final String TYP = "sluis-mandaat+jwt";

  private static final Set<String> CLAIMS =
      Set.of("iss", "gemachtigde", "rollen", "doelen", "geldigVanaf", "geldigTot", "jti");
  private static final String INSERT =
      """
      insert into mandaat (region, id, partij, gemachtigde, rollen, doelen,
        geldig_vanaf, geldig_tot, jti, jws, vastgelegd_op)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (region, partij, jti) do nothing
      """;
  private static final String BY_JTI =
      """
      select id
        from mandaat
       where region = ? and partij = ? and jti = ? and jws = ?
      """;
  private static final String PARTY = "select partij from mandaat where region = ? and id = ?";
  private static final String REVOKE =
      """
      insert into mandaat_intrekking (region, mandaat, door, ingetrokken_op)
      select m.region, m.id, ?, ?
        from mandaat m
       where m.region = ? and m.id = ? and (m.partij = ? or m.gemachtigde = ?)
      on conflict (region, mandaat) do nothing
      """;
  private static final String IS_REVOKED =
      """
      select 1
        from mandaat m
        join mandaat_intrekking i on i.region = m.region and i.mandaat = m.id
       where m.region = ? and m.id = ? and (m.partij = ? or m.gemachtigde = ?)
      """;
  private static final String IN_FORCE =
      """
      select m.id, m.partij, m.gemachtigde, m.rollen, m.doelen, m.geldig_vanaf, m.geldig_tot
        from mandaat m
       where m.region = ? and m.gemachtigde = ? and m.partij = ?
         and ? = any(m.rollen) and ? = any(m.doelen)
         and m.geldig_vanaf <= ? and m.geldig_tot > ?
         and not exists (
           select 1 from mandaat_intrekking i where i.region = m.region and i.mandaat = m.id)
       order by m.geldig_tot desc, m.id
       limit 1
      """;

  // A mandate that is used and one that is taken back at the same moment come in one order: who
  // uses it shares the lock of its party, who takes it back has it alone. Both keep it until
  // commit.
  private static final String LOCK_SHARED =
      "select pg_advisory_xact_lock_shared(hashtextextended(?, 0))";
  private static final String LOCK_ALONE = "select pg_advisory_xact_lock(hashtextextended(?, 0))";

  private final String region;
  private final SenderKeys keys;

  /// @param region the part of the country whose rows these are
  /// @param keys the registered keys of the parties
  public Mandates(String region, SenderKeys keys) {
    this.region = region;
    this.keys = keys;
  }

  /// The part of the country whose mandates these are.
  public String region() {
    return region;
  }

  /// Keeps a mandate that its party signed. The same text again gives the same mandate.
  ///
  /// @param exists whether some convenant has this purpose; another word is refused and never kept
  /// @throws JwsFault when it is not in form, not signed by the party, over, or its jti used before
  public Mandate register(Connection tx, String jws, Instant now, Predicate<Purpose> exists)
      throws JwsFault, SQLException {
    var statement = SignedStatement.verify(jws, TYP, CLAIMS, keys);
    var mandate = read(statement, UUID.randomUUID());
    if (!mandate.purposes().stream().allMatch(exists)) {
      throw new JwsFault("a purpose in the mandate is in no convenant");
    }
    if (!mandate.until().isAfter(now) || mandate.party().equals(mandate.supplier())) {
      throw new JwsFault("the mandate is over, or to oneself");
    }
    try (var insert = tx.prepareStatement(INSERT)) {
      insert.setString(1, region);
      insert.setObject(2, mandate.id());
      insert.setString(3, mandate.party().value());
      insert.setString(4, mandate.supplier().value());
      insert.setArray(5, tx.createArrayOf("text", codes(mandate.roles())));
      insert.setArray(6, tx.createArrayOf("text", codes(mandate.purposes())));
      insert.setObject(7, time(mandate.from()));
      insert.setObject(8, time(mandate.until()));
      insert.setString(9, statement.jti());
      insert.setString(10, jws);
      insert.setObject(11, time(now));
      if (insert.executeUpdate() == 1) {
        return mandate;
      }
    }
    return read(statement, sameAsBefore(tx, mandate.party(), statement.jti(), jws));
  }

  private UUID sameAsBefore(Connection tx, Oin party, String jti, String jws)
      throws JwsFault, SQLException {
    try (var select = tx.prepareStatement(BY_JTI)) {
      select.setString(1, region);
      select.setString(2, party.value());
      select.setString(3, jti);
      select.setString(4, jws);
      try (var row = select.executeQuery()) {
        if (!row.next()) {
          throw new JwsFault("`jti` was used for another mandate");
        }
        return row.getObject(1, UUID.class);
      }
    }
  }

  /// Takes a mandate back, by its party, or by its supplier who gives it back.
  ///
  /// @return whether the mandate is now taken back; false when it is not one of theirs
  public boolean revoke(Connection tx, UUID id, Oin by, Instant now) throws SQLException {
    var party = partyOf(tx, id);
    if (party.isEmpty()) {
      return false;
    }
    lock(tx, LOCK_ALONE, party.get());
    try (var insert = tx.prepareStatement(REVOKE);
        var select = tx.prepareStatement(IS_REVOKED)) {
      insert.setString(1, by.value());
      insert.setObject(2, time(now));
      insert.setString(3, region);
      insert.setObject(4, id);
      insert.setString(5, by.value());
      insert.setString(6, by.value());
      if (insert.executeUpdate() == 1) {
        return true;
      }
      select.setString(1, region);
      select.setObject(2, id);
      select.setString(3, by.value());
      select.setString(4, by.value());
      try (var row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  /// May this one act for this party now: because it is that party, or by a mandate of it for this
  /// role and purpose?
  public boolean allows(Connection tx, Oin asker, PartyRole party, Purpose purpose, Instant now)
      throws SQLException {
    return asker.equals(party.oin())
        || mandateFor(tx, asker, party.oin(), party.role(), purpose, now).isPresent();
  }

  /// The mandate by which this supplier may act for this party now; empty when there is none.
  public Optional<Mandate> mandateFor(
      Connection tx, Oin supplier, Oin party, Role role, Purpose purpose, Instant now)
      throws SQLException {
    lock(tx, LOCK_SHARED, party);
    try (var select = tx.prepareStatement(IN_FORCE)) {
      select.setString(1, region);
      select.setString(2, supplier.value());
      select.setString(3, party.value());
      select.setString(4, role.code());
      select.setString(5, purpose.code());
      select.setObject(6, time(now));
      select.setObject(7, time(now));
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(stored(row)) : Optional.empty();
      }
    }
  }

  private void lock(Connection tx, String statement, Oin party) throws SQLException {
    try (var lock = tx.prepareStatement(statement)) {
      lock.setString(1, "mandaat " + region + " " + party);
      lock.execute();
    }
  }

  private Optional<Oin> partyOf(Connection tx, UUID id) throws SQLException {
    try (var select = tx.prepareStatement(PARTY)) {
      select.setString(1, region);
      select.setObject(2, id);
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(new Oin(row.getString(1))) : Optional.empty();
      }
    }
  }

  private static Mandate read(SignedStatement statement, UUID id) throws JwsFault {
    try {
      return new Mandate(
          id,
          statement.signer(),
          statement.oin("gemachtigde"),
          roles(statement.texts("rollen")),
          purposes(statement.texts("doelen")),
          statement.instant("geldigVanaf"),
          statement.instant("geldigTot"));
    } catch (IllegalArgumentException e) {
      throw new JwsFault("a role, purpose or time in the mandate does not exist");
    }
  }

  /// A mandate as its row says it, from the columns in the order of [#IN_FORCE].
  static Mandate stored(ResultSet row) throws SQLException {
    return new Mandate(
        row.getObject(1, UUID.class),
        new Oin(row.getString(2)),
        new Oin(row.getString(3)),
        roles(Set.of((String[]) row.getArray(4).getArray())),
        purposes(Set.of((String[]) row.getArray(5).getArray())),
        row.getObject(6, OffsetDateTime.class).toInstant(),
        row.getObject(7, OffsetDateTime.class).toInstant());
  }

  private static Set<Role> roles(Set<String> codes) {
    var roles = new HashSet<Role>();
    for (var code : codes) {
      roles.add(Role.of(code).orElseThrow(IllegalArgumentException::new));
    }
    return roles;
  }

  private static Set<Purpose> purposes(Set<String> codes) {
    var purposes = new HashSet<Purpose>();
    for (var code : codes) {
      purposes.add(new Purpose(code));
    }
    return purposes;
  }

  private static String[] codes(Set<?> words) {
    return words.stream().map(Object::toString).sorted().toArray(String[]::new);
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
