package nl.sluis.gateway.boot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import nl.sluis.gateway.bewijs.ReceiptSigner;
import nl.sluis.gateway.keys.KeyUse;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.keys.UseKeys;
import nl.sluis.gateway.keys.UsePeriod;
import nl.sluis.gateway.logbook.Logbook;
import nl.sluis.gateway.logbook.UseKeyChange;

/// The keys with which Sluis signs, by use, named by their thumbprints (RFC 7638); a gateway at
/// work follows what is said of them. May be shared between threads.
public final class OwnKeys {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final UseKeys<ECKey> token;
  private final UseKeys<ECKey> binding;
  private final UseKeys<ECKey> statement;
  private final UseKeys<ReceiptSigner> receipts;
  private final UseKeys<ECKey> login;
  private volatile Map<KeyUse, List<UsePeriod>> history = Map.of();

  private OwnKeys(KeyVault vault, InstantSource clock) {
    this.token = UseKeys.ec(vault, KeyUse.TOKEN, clock);
    this.binding = UseKeys.ec(vault, KeyUse.BINDING, clock);
    this.statement = UseKeys.ec(vault, KeyUse.STATEMENT, clock);
    this.receipts =
        new UseKeys<>(
            vault,
            KeyUse.RECEIPT,
            clock,
            ReceiptSigner::new,
            signer -> signer.published().getKeyID());
    this.login = UseKeys.ec(vault, KeyUse.LOGIN, clock);
  }

  /// The keys of this vault.
  public static OwnKeys of(KeyVault vault, InstantSource clock) {
    return new OwnKeys(vault, clock);
  }

  /// The public half of the key of this number, made at first use.
  public static JWK published(KeyVault vault, KeyUse use, int number) {
    var pair = vault.signingKey(use, number);
    return use == KeyUse.RECEIPT
        ? new ReceiptSigner(pair).published()
        : UseKeys.jwk(pair).toPublicJWK();
  }

  /// How the keys of this vault are replaced, and what was said of them.
  static UseKeyChange change(Logbook logbook, KeyVault vault) {
    return new UseKeyChange(logbook, vault, (use, number) -> published(vault, use, number));
  }

  /// Begins the history where there is none, and takes over what it says.
  OwnKeys following(UseKeyChange change, DataSource database, InstantSource clock)
      throws SQLException {
    change.begin(database, clock.instant());
    try (var connection = database.getConnection()) {
      follow(change.read(connection));
    }
    return this;
  }

  /// Takes over what is said of the keys by now.
  void follow(UseKeyChange change, Connection connection) throws SQLException {
    follow(change.read(connection));
  }

  private void follow(Map<KeyUse, List<UsePeriod>> said) {
    var by = new EnumMap<KeyUse, List<UsePeriod>>(KeyUse.class);
    by.putAll(said);
    token.follow(by.getOrDefault(KeyUse.TOKEN, List.of()));
    binding.follow(by.getOrDefault(KeyUse.BINDING, List.of()));
    statement.follow(by.getOrDefault(KeyUse.STATEMENT, List.of()));
    receipts.follow(by.getOrDefault(KeyUse.RECEIPT, List.of()));
    login.follow(by.getOrDefault(KeyUse.LOGIN, List.of()));
    history = Map.copyOf(said);
  }

  /// Sign access tokens.
  public UseKeys<ECKey> token() {
    return token;
  }

  /// Sign key bindings.
  public UseKeys<ECKey> binding() {
    return binding;
  }

  /// Sign what Sluis tells partners.
  public UseKeys<ECKey> statement() {
    return statement;
  }

  /// Sign receipts of consent.
  public UseKeys<ReceiptSigner> receipts() {
    return receipts;
  }

  /// Make Sluis known to the provider at whom people log in.
  public UseKeys<ECKey> login() {
    return login;
  }

  /// The public halves of every key there ever was, as a JWK Set; each says for what it is, and
  /// from and until when.
  public String published() {
    var body = JsonNodeFactory.instance.objectNode();
    var keys = body.putArray("keys");
    var said = history;
    for (var use : KeyUse.values()) {
      said.getOrDefault(use, List.of()).forEach(period -> keys.add(entry(use, period)));
    }
    return body.toString();
  }

  private static ObjectNode entry(KeyUse use, UsePeriod period) {
    var entry = jwk(period.key());
    entry.put("gebruik", use.word()).put("vanaf", period.since().toString());
    period.until().ifPresent(at -> entry.put("tot", at.toString()));
    return entry;
  }

  /// A public key as JSON.
  static ObjectNode jwk(JWK key) {
    try {
      return (ObjectNode) JSON.readTree(key.toPublicJWK().toJSONString());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JWK is JSON", e);
    }
  }
}
