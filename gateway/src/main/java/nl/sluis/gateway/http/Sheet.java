package nl.sluis.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
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
  static Sheet read(Fields fields) {
    var proof = fields.object("bewijs");
    return new Sheet(
        fields.text("kanaal"),
        fields.text("tijdstip"),
        fields.flag("gevolgenVanNeeUitgelegd"),
        fields.flag("intrekkenUitgelegd"),
        proof(proof),
        proof.raw());
  }

  /// How it is known what somebody said.
  static StatementDraft.Proof proof(Fields proof) {
    var by = proof.object("vastgelegdDoor");
    var second = proof.object("tweedePersoon");
    second.skip("functie");
    return new StatementDraft.Proof(
        by.text("id"),
        by.text("functie"),
        proof.text("gevraagd"),
        proof.text("aanwezig"),
        proof.text("documentHash"),
        second.text("id"));
  }
}
