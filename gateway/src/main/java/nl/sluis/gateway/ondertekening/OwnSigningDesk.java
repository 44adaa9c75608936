package nl.sluis.gateway.ondertekening;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.gateway.desk.Denial;
import nl.sluis.gateway.desk.Filing;
import nl.sluis.gateway.desk.Noting;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.policies.terms.Oin;

/// Where a second person agrees by logging in, surely enough and now, instead of with a key.
///
/// What logging in shows is who somebody is; for whom that person signs was said by two others at
/// the organisation, with a code. Nothing here tells what is agreed to: that is known to who has
/// the report. May be shared between threads.
public final class OwnSigningDesk {
  private static final Pattern DIGEST = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final Pattern WORD = Pattern.compile("[a-z0-9-]{1,60}");

  private final SignatoryTable table;
  private final CodeTable codes;
  private final SubjectReference references;

  /// @param region in whose part of the database it stands
  /// @param references keys the codes
  public OwnSigningDesk(String region, SubjectReference references) {
    this.table = new SignatoryTable(region);
    this.codes = new CodeTable(region);
    this.references = references;
  }

  /// Takes up signing for the organisation that gave this code. An unknown, a used and an old code
  /// are answered alike.
  public Work<Outcome> enter(SignedIn who, String code) {
    return new Noting(
        EntryKind.KEY,
        (found, detail) -> {
          var known =
              codes
                  .find(found.tx(), Hmac.of(references.keyedLetter(code)))
                  .filter(c -> found.at().isBefore(c.goodUntil()));
          if (known.isEmpty() || !codes.use(found.tx(), known.get().id(), found.at())) {
            return Filing.notAllowed(Denial.CODE_ONBEKEND, Denial.CODE_ONBEKEND.sentence());
          }
          var signatory =
              new Signatory(
                  UUID.randomUUID(),
                  known.get().party(),
                  known.get().person(),
                  known.get().function(),
                  print(who),
                  Optional.empty(),
                  found.at(),
                  known.get().until(),
                  Optional.empty());
          if (!table.add(found.tx(), signatory)) {
            return Filing.fault("code", "U tekent bij deze organisatie al als een ander.");
          }
          detail.put("handeling", "ondertekenaar").put("wijze", "aanmelding");
          detail.put("partij", signatory.party().value()).put("functie", signatory.function());
          detail.put("betrouwbaarheid", level(who));
          return new Filing.Result.Filed(signatory.id().toString());
        });
  }

  /// Agrees to a proposal for an organisation.
  public Work<Outcome> agree(SignedIn who, String party, Agreement said) {
    return new Noting(
        EntryKind.AGREEMENT,
        (found, detail) -> {
          if (!DIGEST.matcher(said.proposal()).matches()
              || !WORD.matcher(said.condition()).matches()
              || !WORD.matcher(said.outcome()).matches()
              || !Oin.isOin(party)) {
            return Filing.fault(
                "voorstel", "Noem `oin`, `voorstel`, `voorwaarde` en `uitkomst` zoals gevraagd.");
          }
          return agreed(found, detail, who, signatories(found, who, new Oin(party)), said);
        });
  }

  private List<Signatory> signatories(Found found, SignedIn who, Oin party) throws SQLException {
    return table.signingIn(found.tx(), print(who)).stream()
        .filter(s -> s.party().equals(party) && s.isGood(found.at(), found.at()))
        .toList();
  }

  private Filing.Result agreed(
      Found found, ObjectNode detail, SignedIn who, List<Signatory> signatories, Agreement said)
      throws SQLException {
    if (signatories.isEmpty()) {
      return Filing.notThere();
    }
    var now = new Agreement(said.condition(), said.outcome(), said.proposal(), found.at());
    var signed = new Agreement.Signed(signatories.getFirst(), now);
    var id = UUID.randomUUID();
    table.agree(found.tx(), id, signed);
    signed.tell(detail);
    detail.put("betrouwbaarheid", level(who));
    return new Filing.Result.Filed(id.toString());
  }

  private static String print(SignedIn who) {
    return who.number().hex();
  }

  private static String level(SignedIn who) {
    return who.level().name().toLowerCase(Locale.ROOT);
  }
}
