package nl.sluis.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.nimbusds.jose.jwk.JWK;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import nl.sluis.gateway.desk.PowerDesk;
import nl.sluis.gateway.peer.EncryptionKeyDirectory;
import nl.sluis.gateway.peer.Partner;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.token.Authenticated;

/// Mandates, encryption keys, and the keys of Sluis itself.
final class PowerEndpoints {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Sequencer sequencer;
  private final PowerDesk powers;
  private final EncryptionKeyDirectory directory;
  private final Supplier<List<Partner>> partners;
  private final DataSource database;
  private final Supplier<String> ownKeys;

  PowerEndpoints(
      Sequencer sequencer,
      PowerDesk powers,
      EncryptionKeyDirectory directory,
      Supplier<List<Partner>> partners,
      DataSource database,
      Supplier<String> ownKeys) {
    this.sequencer = sequencer;
    this.powers = powers;
    this.directory = directory;
    this.partners = partners;
    this.database = database;
    this.ownKeys = ownKeys;
  }

  Reply mandate(Authenticated partner, Request request) {
    var work = powers.mandate(partner.peer().oin(), jws(request));
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }

  Reply revokeMandate(Authenticated partner, Request request) {
    if (request.id().isEmpty()) {
      return Problem.notThere();
    }
    var work = powers.revokeMandate(partner.peer().oin(), request.id().get());
    return Outcomes.reply(Door.await(sequencer.submit(work)), "id");
  }

  Reply encryptionKey(Authenticated partner, Request request) throws SQLException {
    var work = powers.encryptionKey(partner.peer().oin(), jws(request));
    var reply = Outcomes.reply(Door.await(sequencer.submit(work)), "kid");
    try (var connection = database.getConnection()) {
      directory.refresh(connection);
    }
    return reply;
  }

  /// Who lost a key withdraws it, with no more than who it is: with the key itself it could not.
  Reply withdrawEncryptionKey(Authenticated partner, Request request) throws SQLException {
    var kid = request.path().getOrDefault("kid", "");
    var work = powers.withdrawEncryptionKey(partner.peer().oin(), kid);
    var reply = Outcomes.reply(Door.await(sequencer.submit(work)), "kid");
    try (var connection = database.getConnection()) {
      directory.refresh(connection);
    }
    return reply;
  }

  /// Every key with the statement its owner signed, so that nobody needs to believe Sluis; and the
  /// keys with which partners sign, so that a receiver checks its sender itself.
  Reply addressBook(Authenticated partner, Request request) {
    var body = JsonNodeFactory.instance.objectNode();
    var list = body.putArray("sleutels");
    for (var key : directory.list()) {
      if (key.isInForceAt(request.at())) {
        list.addObject()
            .put("oin", key.owner().value())
            .put("kid", key.kid())
            .put("geldigTot", key.until().toString())
            .put("verklaring", key.jws());
      }
    }
    var signing = body.putArray("ondertekensleutels");
    partners.get().stream()
        .sorted(Comparator.comparing(Partner::oin))
        .forEach(
            known ->
                new TreeMap<>(known.keys())
                    .forEach(
                        (kid, key) ->
                            signing
                                .addObject()
                                .put("oin", known.oin().value())
                                .put("kid", kid)
                                .set("sleutel", jwk(key))));
    return Reply.json(200, body);
  }

  Reply keys() {
    return new Reply(200, "application/jwk-set+json", ownKeys.get(), Map.of());
  }

  private static JsonNode jwk(JWK key) {
    return JSON.valueToTree(key.toPublicJWK().toJSONObject());
  }

  private static String jws(Request request) {
    return new String(request.body(), StandardCharsets.US_ASCII);
  }
}
