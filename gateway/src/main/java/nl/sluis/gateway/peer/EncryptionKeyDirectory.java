package nl.sluis.gateway.peer;

import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;
import nl.sluis.gateway.message.ReceiverKeys;
import nl.sluis.gateway.message.SenderKeys;
import nl.sluis.policies.terms.Oin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The directory of keys for which senders seal data, each entry signed by its owner (design 10.2).
///
/// Thread-safe. Rows are only ever added. Writing runs in the caller's transaction and returns the
/// change, which the caller MUST log; reading is from memory, as of the last [#refresh]. A key that
/// is not in memory may have come in at another gateway a moment ago: whoever names one is worth a
/// look in the database.
public final class EncryptionKeyDirectory implements ReceiverKeys {
  /// The `typ` in the header of an entry.
  public static final String TYP = "sluis-encryptiesleutel+jwt";

  /// What an entry states, no more and no less.
  public static final Set<String> CLAIMS =
      Set.of("iss", "sleutel", "geldigVanaf", "geldigTot", "jti");

  private static final Logger LOG = LoggerFactory.getLogger(EncryptionKeyDirectory.class);
  private static final Set<String> KEY_NAMES = Set.of("kty", "crv", "x", "y", "kid", "alg", "use");
  private static final String INSERT =
      """
      insert into encryptiesleutel (region, eigenaar, kid, jwk, geldig_vanaf, geldig_tot,
        jws, vastgelegd_op)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (region, eigenaar, kid) do nothing
      """;
  private static final String IS_SAME =
      """
      select 1
        from encryptiesleutel
       where region = ? and eigenaar = ? and kid = ? and jws = ?
      """;
  private static final String WITHDRAW =
      """
      insert into encryptiesleutel_intrekking (region, eigenaar, kid, ingetrokken_op)
      select region, eigenaar, kid, ?
        from encryptiesleutel
       where region = ? and eigenaar = ? and kid = ?
      on conflict (region, eigenaar, kid) do nothing
      """;
  private static final String ALL =
      """
      select s.eigenaar, s.kid, s.jwk, s.geldig_vanaf, s.geldig_tot, s.jws
        from encryptiesleutel s
       where s.region = ? and s.geldig_tot > ?
         and not exists (
           select 1
             from encryptiesleutel_intrekking i
            where i.region = s.region and i.eigenaar = s.eigenaar and i.kid = s.kid)
       order by s.eigenaar, s.geldig_vanaf desc, s.kid
       limit 10000
      """;

  /// What changed in the directory.
  public enum ChangeKind {
    ADDED,
    WITHDRAWN,
    NOTHING
  }

  /// A change, for the logbook.
  ///
  /// @param kind what happened
  /// @param owner whose key it is
  /// @param kid its name
  public record Change(ChangeKind kind, Oin owner, String kid) {}

  private final String region;
  private final SenderKeys keys;
  private final Predicate<Oin> isReached;
  private final InstantSource clock;
  private final Turns turns = new Turns();
  private final @Nullable DataSource database;
  private volatile Map<Oin, List<EncryptionKey>> entries = Map.of();

  /// A directory that knows what it was last told to read.
  ///
  /// @param region the part of the country whose rows these are
  /// @param keys the registered signing keys of the owners
  /// @param isReached whether anything may be sent to an organisation now: nobody seals for who is
  ///   shut out or removed, and whatever was sealed before still opens
  public EncryptionKeyDirectory(
      String region, SenderKeys keys, Predicate<Oin> isReached, InstantSource clock) {
    this(region, keys, isReached, clock, null);
  }

  /// A directory that looks again for a key that it does not know.
  ///
  /// @param region the part of the country whose rows these are
  /// @param keys the registered signing keys of the owners
  /// @param isReached whether anything may be sent to an organisation now
  /// @param database in which other gateways write too
  public EncryptionKeyDirectory(
      String region,
      SenderKeys keys,
      Predicate<Oin> isReached,
      InstantSource clock,
      @Nullable DataSource database) {
    this.region = region;
    this.keys = keys;
    this.isReached = isReached;
    this.clock = clock;
    this.database = database;
  }

  /// The part of the country whose keys these are.
  public String region() {
    return region;
  }

  /// Adds a key that its owner vouches for. The same text again changes nothing.
  ///
  /// @throws JwsFault when it is not in form, not signed by the owner, over, or its name used
  ///   before
  public Change register(Connection tx, String jws, Instant now) throws JwsFault, SQLException {
    var statement = SignedStatement.verify(jws, TYP, CLAIMS, keys);
    statement.jti();
    var key = key(statement);
    var owner = statement.signer();
    if (!statement.instant("geldigTot").isAfter(now)
        || !statement.instant("geldigVanaf").isBefore(statement.instant("geldigTot"))) {
      throw new JwsFault("the key is over, or ends before it starts");
    }
    try (var insert = tx.prepareStatement(INSERT)) {
      insert.setString(1, region);
      insert.setString(2, owner.value());
      insert.setString(3, key.getKeyID());
      insert.setString(4, key.toJSONString());
      insert.setObject(5, time(statement.instant("geldigVanaf")));
      insert.setObject(6, time(statement.instant("geldigTot")));
      insert.setString(7, jws);
      insert.setObject(8, time(now));
      if (insert.executeUpdate() == 1) {
        return new Change(ChangeKind.ADDED, owner, key.getKeyID());
      }
    }
    if (!isSame(tx, owner, key.getKeyID(), jws)) {
      throw new JwsFault("`kid` was used for another key; choose a new one");
    }
    return new Change(ChangeKind.NOTHING, owner, key.getKeyID());
  }

  /// A key as its owner vouches for it, for who reads the directory of somebody else.
  ///
  /// @param keys the signing keys of the owners, as the reader knows them
  /// @throws JwsFault when it is not in form, or not signed by the owner
  public static EncryptionKey read(String jws, SenderKeys keys) throws JwsFault {
    var statement = SignedStatement.verify(jws, TYP, CLAIMS, keys);
    var key = key(statement);
    return new EncryptionKey(
        statement.signer(),
        key.getKeyID(),
        key,
        statement.instant("geldigVanaf"),
        statement.instant("geldigTot"),
        jws);
  }

  private boolean isSame(Connection tx, Oin owner, String kid, String jws) throws SQLException {
    try (var select = tx.prepareStatement(IS_SAME)) {
      select.setString(1, region);
      select.setString(2, owner.value());
      select.setString(3, kid);
      select.setString(4, jws);
      try (var row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  /// Withdraws a key; nothing may be sealed for it from commit and refresh on.
  public Change withdraw(Connection tx, Oin owner, String kid, Instant now) throws SQLException {
    try (var insert = tx.prepareStatement(WITHDRAW)) {
      insert.setObject(1, time(now));
      insert.setString(2, region);
      insert.setString(3, owner.value());
      insert.setString(4, kid);
      var kind = insert.executeUpdate() == 1 ? ChangeKind.WITHDRAWN : ChangeKind.NOTHING;
      return new Change(kind, owner, kid);
    }
  }

  /// Reads the directory into memory: at start, after each change, every ten seconds, and for a key
  /// that is not known. Who was slow to read puts nothing back ([Turns]).
  public void refresh(Connection connection) throws SQLException {
    take(turns.begin(), read(connection));
  }

  private synchronized void take(long turn, Map<Oin, List<EncryptionKey>> read) {
    if (turns.isNewest(turn)) {
      entries = Map.copyOf(read);
    }
  }

  private Map<Oin, List<EncryptionKey>> read(Connection connection) throws SQLException {
    var next = new HashMap<Oin, List<EncryptionKey>>();
    try (var select = connection.prepareStatement(ALL)) {
      select.setString(1, region);
      select.setObject(2, time(clock.instant()));
      try (var row = select.executeQuery()) {
        while (row.next()) {
          var entry =
              new EncryptionKey(
                  new Oin(row.getString(1)),
                  row.getString(2),
                  stored(row.getString(3)),
                  row.getObject(4, OffsetDateTime.class).toInstant(),
                  row.getObject(5, OffsetDateTime.class).toInstant(),
                  row.getString(6));
          next.computeIfAbsent(entry.owner(), o -> new ArrayList<>()).add(entry);
        }
      }
    }
    return next;
  }

  /// Also of who is shut out: whether it may be sent is decided elsewhere, in one transaction with
  /// who is shut out, and acute danger goes on.
  @Override
  public Optional<ECKey> key(Oin receiver, String kid) {
    var known = known(receiver, kid);
    if (known.isPresent() || database == null) {
      return known;
    }
    try (var connection = database.getConnection()) {
      refresh(connection);
    } catch (SQLException e) {
      LOG.debug("a key cannot be looked for: sqlstate {}", e.getSQLState());
    }
    return known(receiver, kid);
  }

  @Override
  public boolean hasKey(Oin receiver) {
    return !inForce(receiver).isEmpty();
  }

  private Optional<ECKey> known(Oin receiver, String kid) {
    return inForce(receiver).stream()
        .filter(e -> e.kid().equals(kid))
        .map(EncryptionKey::key)
        .findFirst();
  }

  /// The key to seal for this receiver: the one in force that started last; none when nothing may
  /// be sent to it now.
  public Optional<EncryptionKey> latest(Oin receiver) {
    return isReached.test(receiver) ? inForce(receiver).stream().findFirst() : Optional.empty();
  }

  /// All entries in force of organisations to which something may be sent now.
  public List<EncryptionKey> list() {
    return entries.keySet().stream()
        .filter(isReached)
        .sorted()
        .flatMap(o -> inForce(o).stream())
        .toList();
  }

  private List<EncryptionKey> inForce(Oin owner) {
    var now = clock.instant();
    return entries.getOrDefault(owner, List.of()).stream().filter(e -> e.isInForceAt(now)).toList();
  }

  private static ECKey key(SignedStatement statement) throws JwsFault {
    var value = statement.value("sleutel");
    var names = new ArrayList<String>();
    value.fieldNames().forEachRemaining(names::add);
    if (!KEY_NAMES.equals(Set.copyOf(names))) {
      throw new JwsFault("`sleutel` has not exactly the members " + KEY_NAMES);
    }
    try {
      var key = ECKey.parse(value.toString());
      if (!Curve.P_256.equals(key.getCurve())
          || !JWEAlgorithm.ECDH_ES_A256KW.equals(key.getAlgorithm())
          || !KeyUse.ENCRYPTION.equals(key.getKeyUse())
          || !key.getKeyID().matches("[A-Za-z0-9._-]{1,64}")) {
        throw new JwsFault("`sleutel` is not for `ECDH-ES+A256KW` on P-256, or its `kid` is odd");
      }
      return key;
    } catch (ParseException | IllegalStateException | IllegalArgumentException e) {
      throw new JwsFault("`sleutel` is not a public key");
    }
  }

  private static ECKey stored(String jwk) {
    try {
      return ECKey.parse(jwk);
    } catch (ParseException e) {
      throw new IllegalStateException("a key was checked before it was stored", e);
    }
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
