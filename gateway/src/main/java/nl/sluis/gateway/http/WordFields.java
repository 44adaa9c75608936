package nl.sluis.gateway.http;

import java.util.Optional;
import java.util.function.Function;
import nl.sluis.consent.desk.StatementDraft;
import nl.sluis.consent.desk.Voice;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.gateway.desk.FactDesk;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// Reads who somebody is to a partner, and what that person said. May be shared between threads.
public final class WordFields {
  private static final String YOUTH = "jongere";

  private final SubjectReference references;

  /// @param references hashes the labels of partners
  public WordFields(SubjectReference references) {
    this.references = references;
  }

  /// Reads one statement now, and makes its draft once it is known whose key seals the proof.
  Function<FactDesk.Sealer, StatementDraft> statement(Fields fields, Optional<PartyRole> party) {
    var voice = voice(party, fields.text("persoon"));
    var utterance = fields.text("uitspraak");
    var channel = fields.text("kanaal");
    var at = fields.text("tijdstip");
    var agrees = fields.flag("akkoordAndereOuder");
    var noExplained = fields.flag("gevolgenVanNeeUitgelegd");
    var withdrawalExplained = fields.flag("intrekkenUitgelegd");
    var proofFields = fields.object("bewijs");
    var proof = Sheet.proof(proofFields);
    proofFields.text("tolk");
    var raw = proofFields.raw();
    return seals ->
        new StatementDraft(
            voice,
            utterance,
            channel,
            at,
            agrees,
            noExplained,
            withdrawalExplained,
            proof,
            seals.seal(raw));
  }

  Voice voice(Optional<PartyRole> party, String label) {
    return label.equals(YOUTH) ? new Voice.Youth() : new Voice.Labelled(label(party, label));
  }

  /// A label means something only to the partner that uses it; without a partner it is refused
  /// later.
  Hmac label(Optional<PartyRole> party, String label) {
    var namespace = party.map(p -> p.oin()).orElse(new Oin("0".repeat(20)));
    return Hmac.of(references.keyedPerson(namespace, label));
  }
}
