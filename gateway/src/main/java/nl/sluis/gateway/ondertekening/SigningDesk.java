package nl.sluis.gateway.ondertekening;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.JWK;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.desk.Filing;
import nl.sluis.gateway.desk.FourEyes;
import nl.sluis.gateway.desk.LinkDesk;
import nl.sluis.gateway.desk.OnBehalf;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.message.Acting;
import nl.sluis.gateway.peer.JwsFault;
import nl.sluis.gateway.peer.Mandates;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.policies.scan.BsnScan;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

/// Where an organisation says who may sign for it as a second person, and where it brings what such
/// a person signed before the message comes.
///
/// Two others at the organisation stand for each registration; a key shows that its holder agrees
/// to be registered. May be shared between threads.
public final class SigningDesk {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Set<String> FUNCTIONS =
      Set.of("aandachtsfunctionaris", "jurist", "professional");
  private static final Duration LONGEST = Duration.ofDays(731);
  private static final Duration CODE = Duration.ofDays(14);
  private static final Duration SKEW = Duration.ofSeconds(60);

  private final CurrentLaw law;
  private final Mandates mandates;
  private final SubjectReference references;
  private final SecureRandom random;
  private final Predicate<JWK> isOfOrganisation;
  private final SigningRegister register;
  private final SignatoryTable table;
  private final CodeTable codes;

  /// @param region in whose part of the database it stands
  /// @param references keys the words for people and the codes
  /// @param isOfOrganisation whether this is a key with which an organisation signs; that is
  ///   nobody's own
  public SigningDesk(
      String region,
      CurrentLaw law,
      Mandates mandates,
      SubjectReference references,
      SecureRandom random,
      Predicate<JWK> isOfOrganisation) {
    this.law = law;
    this.mandates = mandates;
    this.references = references;
    this.random = random;
    this.isOfOrganisation = isOfOrganisation;
    this.register = new SigningRegister(region, references);
    this.table = new SignatoryTable(region);
    this.codes = new CodeTable(region);
  }

  /// Who is to sign.
  ///
  /// @param person the word of the organisation, no name
  /// @param function in which function
  /// @param until the instant from which it is over; empty when it could not be read
  /// @param confirmedBy two others at the organisation who say so
  public record Draft(
      String person, String function, Optional<Instant> until, List<Acting> confirmedBy) {
    /// Copies its parts.
    public Draft {
      confirmedBy = List.copyOf(confirmedBy);
    }

    private Optional<Outcome.Fault> fault(Instant now) {
      if (!WORD.matcher(person).matches() || BsnScan.holdsBsn(person)) {
        return fault("persoon", "Gebruik het woord van de organisatie, geen naam.");
      }
      if (!FUNCTIONS.contains(function)) {
        return fault("functie", "Kies aandachtsfunctionaris, jurist of professional.");
      }
      if (until.filter(u -> u.isAfter(now) && !u.isAfter(now.plus(LONGEST))).isEmpty()) {
        return fault("geldigTot", "Noem een tijdstip, ten hoogste twee jaar vooruit.");
      }
      if (!FourEyes.areTwo(confirmedBy)
          || confirmedBy.stream().anyMatch(a -> a.id().equals(person))) {
        return fault("bevestigdDoor", "Noem twee verschillende anderen die dit bevestigen.");
      }
      return Optional.empty();
    }

    private static Optional<Outcome.Fault> fault(String field, String sentence) {
      return Optional.of(new Outcome.Fault(field, sentence));
    }
  }

  /// Puts somebody's own key on record.
  ///
  /// @param proof signed with that key: who it is of, at which organisation
  public Work<Outcome> key(Oin caller, PartyRole party, Draft draft, String proof) {
    return new Filing(
        Needs.nothing(),
        EntryKind.KEY,
        onBehalf(caller, party),
        (found, detail) -> {
          var fault = draft.fault(found.at());
          if (fault.isPresent()) {
            return stopped(fault.get());
          }
          SignedAgreement.Shown shown;
          try {
            shown = SignedAgreement.key(proof);
            if (!shown.statement().signer().equals(party.oin())
                || !shown.statement().text("sub").equals(draft.person())
                || !isNow(shown.statement().instant("op"), found.at())) {
              return Filing.fault(
                  "bewijs", "Het bewijs is van een ander, van een andere organisatie of te oud.");
            }
          } catch (JwsFault wrong) {
            return Filing.fault("bewijs", String.valueOf(wrong.getMessage()));
          }
          if (isOfOrganisation.test(shown.key())) {
            return Filing.fault("bewijs", "Dit is een sleutel van een organisatie, niet eigen.");
          }
          var print = shown.key().getKeyID();
          if (table.withPrint(found.tx(), party.oin(), print).stream()
              .anyMatch(s -> s.withdrawn().isPresent())) {
            return Filing.fault("bewijs", "Deze sleutel is eerder ingetrokken; maak een nieuwe.");
          }
          var who =
              new Signatory(
                  UUID.randomUUID(),
                  party.oin(),
                  register.keyed(party.oin(), draft.person()),
                  draft.function(),
                  print,
                  Optional.of(shown.key()),
                  found.at(),
                  draft.until().orElseThrow(),
                  Optional.empty());
          if (!table.add(found.tx(), who)) {
            return Filing.fault("bewijs", "Deze sleutel is al van iemand anders hier.");
          }
          tell(detail, draft, "sleutel");
          detail.put("bewijs", proof);
          return new Filing.Result.Filed(who.id().toString(), Map.of("kid", print));
        });
  }

  /// Makes a code by which somebody takes up signing here by logging in instead. It is told once.
  public Work<Outcome> code(Oin caller, PartyRole party, Draft draft) {
    return new Filing(
        Needs.nothing(),
        EntryKind.KEY,
        onBehalf(caller, party),
        (found, detail) -> {
          var fault = draft.fault(found.at());
          if (fault.isPresent()) {
            return stopped(fault.get());
          }
          var code = LinkDesk.code(random);
          var id = UUID.randomUUID();
          var until = found.at().plus(CODE);
          codes.add(
              found.tx(),
              new CodeTable.Code(
                  id,
                  party.oin(),
                  register.keyed(party.oin(), draft.person()),
                  draft.function(),
                  until,
                  draft.until().orElseThrow()),
              Hmac.of(references.keyedLetter(code)));
          tell(detail, draft, "aanmelding");
          return new Filing.Result.Secret(
              id.toString(), code, Map.of("id", id.toString(), "geldigTot", until.toString()));
        });
  }

  /// Takes a key or a sign-in back; nothing it signed counts from then on.
  public Work<Outcome> withdraw(Oin caller, PartyRole party, UUID id) {
    return new Filing(
        Needs.nothing(),
        EntryKind.KEY,
        onBehalf(caller, party),
        (found, detail) -> {
          detail.put("handeling", "ondertekenaar-ingetrokken");
          return table.withdraw(found.tx(), id, party.oin(), found.at())
              ? new Filing.Result.Filed(id.toString())
              : Filing.notThere();
        });
  }

  /// Puts on record what somebody signed, before the message that it is about.
  public Work<Outcome> agreement(Oin caller, PartyRole party, String text) {
    return new Filing(
        Needs.nothing(),
        EntryKind.AGREEMENT,
        onBehalf(caller, party),
        (found, detail) -> {
          try {
            var signed = register.read(found.tx(), party.oin(), text);
            if (signed.isEmpty() || !signed.getFirst().isGoodAt(found.at())) {
              return Filing.fault("handtekening", Lack.SLEUTEL_NIET_GELDIG.sentence());
            }
            var id = UUID.randomUUID();
            table.agree(found.tx(), id, signed.getFirst());
            signed.getFirst().tell(detail);
            detail.put("handtekening", text);
            return new Filing.Result.Filed(id.toString());
          } catch (JwsFault wrong) {
            return Filing.fault("handtekening", String.valueOf(wrong.getMessage()));
          }
        });
  }

  private static boolean isNow(Instant stated, Instant now) {
    return !stated.isAfter(now.plus(SKEW)) && stated.isAfter(now.minus(Duration.ofDays(1)));
  }

  private static void tell(ObjectNode detail, Draft draft, String means) {
    detail.put("handeling", "ondertekenaar").put("wijze", means);
    detail.put("functie", draft.function()).put("persoon", draft.person());
    detail.put("tot", draft.until().map(Instant::toString).orElse(""));
    FourEyes.tell(detail, draft.confirmedBy());
  }

  private static Filing.Result stopped(Outcome.Fault fault) {
    return Filing.fault(fault.field(), fault.sentence());
  }

  private OnBehalf onBehalf(Oin caller, PartyRole party) {
    return new OnBehalf(caller, party, Optional.empty(), EnumSet.allOf(Role.class), law, mandates);
  }
}
