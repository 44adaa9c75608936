package nl.sluis.gateway.desk;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import nl.sluis.consent.subject.AliasKey;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.message.Acting;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.subject.ReferenceFault;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// Issues koppelcodes: the way in which a partner without a right to the BSN points at a person.
///
/// Only a party with a statutory right to the BSN may, and two persons must confirm (design 10.3).
/// May be shared between threads.
public final class LinkDesk {
  private static final char[] LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ".toCharArray();
  private static final int LENGTH = 12;

  private final FactDesk facts;
  private final CurrentLaw law;
  private final SubjectRegister subjects;
  private final SubjectReference references;
  private final SecureRandom random;
  private final int keyVersion;

  /// @param facts knows who may put something on record
  public LinkDesk(
      FactDesk facts,
      CurrentLaw law,
      SubjectRegister subjects,
      SubjectReference references,
      SecureRandom random,
      int keyVersion) {
    this.facts = facts;
    this.law = law;
    this.subjects = subjects;
    this.references = references;
    this.random = random;
    this.keyVersion = keyVersion;
  }

  /// A code for one partner and one person; it is told once, and kept only as a keyed hash.
  ///
  /// @param confirmedBy who looked at it
  public Work<Outcome> issue(
      Oin caller, PartyRole party, AliasKey alias, Oin forPartner, List<Acting> confirmedBy) {
    return new Filing(
        Needs.toWrite(alias),
        EntryKind.LINK,
        facts.onBehalf(caller, party, Optional.empty()),
        (found, detail) -> {
          if (!FourEyes.mayLink(law.now(), party.oin(), confirmedBy, found.at())) {
            return FourEyes.needed();
          }
          var code = code();
          var key =
              AliasKey.of(
                  forPartner, ReferenceKind.KOPPELCODE, keyed(forPartner, code), keyVersion);
          subjects.link(found.tx(), key, found.subject().orElseThrow());
          detail.put("voor", forPartner.value());
          FourEyes.tell(detail, confirmedBy);
          return new Filing.Result.Secret("koppelcode", code);
        });
  }

  private byte[] keyed(Oin partner, String code) {
    try {
      return references.keyed(partner, ReferenceKind.KOPPELCODE, code);
    } catch (ReferenceFault e) {
      throw new IllegalStateException("a koppelcode of our own is always in form", e);
    }
  }

  private String code() {
    return code(random);
  }

  /// Twelve letters and digits that nobody takes for each other, in three groups.
  public static String code(SecureRandom random) {
    var code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      if (i > 0 && i % 4 == 0) {
        code.append('-');
      }
      code.append(LETTERS[random.nextInt(LETTERS.length)]);
    }
    return code.toString();
  }
}
