package nl.sluis.gateway.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import java.util.function.Function;
import nl.sluis.consent.desk.Authored;
import nl.sluis.consent.desk.StatementDraft;
import nl.sluis.consent.desk.Voice;
import nl.sluis.consent.subject.AliasKey;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.gateway.desk.FactDesk;
import nl.sluis.gateway.exchange.Identification;
import nl.sluis.gateway.message.Reference;
import nl.sluis.gateway.subject.ReferenceFault;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import org.jspecify.annotations.Nullable;

/// Turns what a partner calls people into the keyed hashes that stand for them, and reads what they
/// said.
///
/// A word means something only to the partner that uses it; without a partner it is refused later.
/// May be shared between threads.
public final class Naming {
  private static final String YOUTH = "jongere";
  private static final Oin NOBODY = new Oin("0".repeat(20));

  private final Identification identification;
  private final SubjectReference references;

  /// @param references hashes with the key that is not in the database
  public Naming(Identification identification, SubjectReference references) {
    this.identification = identification;
    this.references = references;
  }

  /// The child.
  AliasKey alias(Optional<PartyRole> party, Optional<Reference> reference) throws InputFault {
    return alias(party.orElseThrow().oin(), reference.orElseThrow(), "betrokkene");
  }

  /// The child, by the reference that stands in this field.
  AliasKey alias(Oin of, Reference reference, String field) throws InputFault {
    try {
      return identification.alias(of, reference);
    } catch (ReferenceFault e) {
      throw Problem.fault(field, e.why().sentence(), e.why().remedy());
    }
  }

  /// Somebody around the child.
  Hmac person(Optional<PartyRole> party, String label) {
    return Hmac.of(references.keyedPerson(namespace(party), label));
  }

  /// Whoever this word of the partner stands for.
  Voice voice(Optional<PartyRole> party, String label) {
    return label.equals(YOUTH) ? new Voice.Youth() : new Voice.Labelled(person(party, label));
  }

  /// Somebody who works at the partner.
  Hmac employee(Optional<PartyRole> party, String id) {
    return Hmac.of(references.keyedPerson(namespace(party), "medewerker\n" + id));
  }

  /// A code by which somebody showed to be there; null when there is none.
  @Nullable Hmac presence(String code) {
    return code.isBlank() ? null : Hmac.of(references.keyedPresence(code));
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
    var proof = Sheet.proof(proofFields, this);
    proofFields.text("tolk");
    var raw = Sheet.sealable(proofFields);
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

  /// Reads who does this and why now, and seals it once it is known under whose key.
  ///
  /// @param who the field of the person
  /// @param why the field of the reason
  Function<FactDesk.Sealer, Authored> author(
      Fields fields, String who, String why, Optional<PartyRole> party) {
    var by = fields.object(who);
    var id = by.text("id");
    var function = by.text("functie");
    var reason = fields.text(why);
    var key = employee(party, id);
    var proof = JsonNodeFactory.instance.objectNode().put(why, reason);
    proof.putObject(who).put("id", id).put("functie", function);
    return seals -> new Authored(id, function, reason, key, seals.seal(proof));
  }

  private static Oin namespace(Optional<PartyRole> party) {
    return party.map(PartyRole::oin).orElse(NOBODY);
  }
}
