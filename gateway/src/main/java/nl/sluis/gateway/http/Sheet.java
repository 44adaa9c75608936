package nl.sluis.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.sluis.consent.desk.StatementDraft;

/// What all answers on one sheet have in common: how and when they were given, and the proof.
///
/// @param channel `papier` or `mondeling`
/// @param at when
/// @param noExplained whether it was explained what follows when the answer is no
/// @param withdrawalExplained whether it was explained how to take a yes back
/// @param proof how it is known
/// @param raw the same proof, to be sealed whole
record Sheet(
    String channel,
    String at,
    boolean noExplained,
    boolean withdrawalExplained,
    StatementDraft.Proof proof,
    JsonNode raw) {
  private static final String PRESENCE = "aanwezigheidscode";

  static Sheet read(Fields fields, Naming naming) {
    var proof = fields.object("bewijs");
    return new Sheet(
        fields.text("kanaal"),
        fields.text("tijdstip"),
        fields.flag("gevolgenVanNeeUitgelegd"),
        fields.flag("intrekkenUitgelegd"),
        proof(proof, naming),
        sealable(proof));
  }

  /// How it is known what somebody said.
  static StatementDraft.Proof proof(Fields proof, Naming naming) {
    var by = proof.object("vastgelegdDoor");
    var second = proof.object("tweedePersoon");
    second.skip("functie");
    return new StatementDraft.Proof(
        by.text("id"),
        by.text("functie"),
        proof.text("gevraagd"),
        proof.text("aanwezig"),
        proof.text("documentHash"),
        second.text("id"),
        naming.presence(proof.text(PRESENCE)));
  }

  /// The proof as it is kept; a code is kept nowhere, only that there was one.
  static JsonNode sealable(Fields proof) {
    var raw = (ObjectNode) proof.raw().deepCopy();
    if (raw.remove(PRESENCE) != null) {
      raw.put("aanwezig-met-code", true);
    }
    return raw;
  }
}
