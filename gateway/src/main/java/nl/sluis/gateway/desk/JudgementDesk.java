package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.custody.ConsentParameters.CourtReach;
import nl.sluis.consent.desk.CourtDesk;
import nl.sluis.consent.desk.CourtDraft;
import nl.sluis.consent.desk.FamilyDesk;
import nl.sluis.consent.desk.Recorder;
import nl.sluis.consent.desk.RegisterDesk;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.subject.AliasKey;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.keys.FactSeal;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Municipality;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// Where others decide who speaks: a professional who judges whether a youth can weigh a matter
/// (Jeugdwet 7.3.15, BW 7:465), and a court that speaks in the place of a parent (BW 1:253a).
///
/// Neither is ever computed, and of neither does a document or a free word stay readable here. May
/// be shared between threads.
public final class JudgementDesk {
  private final FactDesk facts;
  private final CurrentLaw law;
  private final Evidence evidence;
  private final CourtDesk court;
  private final RegisterDesk register;
  private final FamilyDesk families;

  /// @param facts knows who may put something on record
  public JudgementDesk(
      String region, FactDesk facts, CurrentLaw law, KeyVault vault, SecureRandom random) {
    var seal = new FactSeal(vault, random);
    this.facts = facts;
    this.law = law;
    this.evidence = new Evidence(vault, random);
    this.court = new CourtDesk(region, seal);
    this.register = new RegisterDesk(region, ConsentParameters.strict());
    this.families = new FamilyDesk(region, seal);
  }

  /// A judgement as it came in.
  ///
  /// @param able whether the person can weigh this matter
  /// @param date when it was judged
  /// @param judgedBy by whom
  /// @param function in which function
  /// @param motivation on what it rests
  public record Judged(
      boolean able, String date, String judgedBy, String function, String motivation) {}

  /// A decision of a court as it came in.
  ///
  /// @param replaces whose yes it replaces
  /// @param purpose the purpose that it names
  /// @param receiver the receiver that it names
  /// @param categories the categories that it names
  /// @param sharingNamed whether it speaks of sharing
  /// @param date when it was decided
  /// @param until the first day on which it does not hold any more
  /// @param hash SHA-256 of it
  /// @param proof ECLI or number of the case, and its words on what it allows
  public record Ruling(
      Hmac replaces,
      String purpose,
      String receiver,
      List<String> categories,
      boolean sharingNamed,
      String date,
      String until,
      String hash,
      ObjectNode proof) {}

  /// Puts on record that a professional judged whether somebody can weigh one matter.
  public Work<Outcome> judge(
      Oin caller, PartyRole party, AliasKey alias, Purpose purpose, Judged judged, JsonNode whole) {
    return new Filing(
        Needs.toWrite(alias),
        EntryKind.JUDGEMENT,
        professionals(facts.onBehalf(caller, party, Optional.of(purpose))),
        (found, detail) -> {
          if (law.now().shelf().versions().stream()
              .noneMatch(v -> v.purposes().containsKey(purpose))) {
            return Filing.fault("doel", "Noem een doel uit het convenant.");
          }
          detail.put("doel", purpose.code()).put("wilsbekwaam", judged.able());
          detail.put("datum", judged.date());
          var subject = found.subject().orElseThrow();
          var draft =
              new RegisterDesk.CompetenceDraft(
                  purpose.code(),
                  judged.able(),
                  judged.date(),
                  judged.judgedBy(),
                  judged.function(),
                  judged.motivation(),
                  evidence.seal(subject, whole));
          return Filing.Result.of(
              register.judge(found.tx(), subject, draft, new Recorder.Partner(party), found.at()));
        });
  }

  /// Puts the decision of a court in the place of one parent's yes, in one consent.
  public Work<Outcome> substitute(Oin caller, PartyRole party, ConsentAsk ask, Ruling ruling) {
    return new Filing(
        Needs.toWrite(ask.subject()),
        EntryKind.COURT,
        facts.onBehalf(caller, party, Optional.of(ask.purpose())),
        (found, detail) -> {
          detail.put("toestemming", ask.id().toString()).put("datum", ruling.date());
          detail.put("geldigTot", ruling.until()).put("uitspraakHash", ruling.hash());
          detail.set("categorieen", QuestionJson.words(ruling.categories()));
          return Filing.Result.of(
              court.substitute(
                  found.tx(),
                  ask,
                  draft(ask, ruling),
                  reach(found, ask),
                  new Recorder.Partner(party),
                  found.at()));
        });
  }

  private CourtDraft draft(ConsentAsk ask, Ruling ruling) {
    return new CourtDraft(
        ruling.replaces(),
        ruling.purpose(),
        ruling.receiver(),
        ruling.categories(),
        ruling.sharingNamed(),
        ruling.date(),
        ruling.until(),
        ruling.hash(),
        ruling.proof().path("ecliOfZaaknr").asText(),
        ruling.proof().path("letterlijkeReikwijdte").asText(),
        evidence.seal(ask.subject(), ruling.proof().deepCopy().put("hash", ruling.hash())));
  }

  /// How far the convenant that governs lets a court reach; the safe reading when that is unclear.
  private CourtReach reach(Found found, ConsentAsk ask) throws SQLException {
    var day = found.at().atZone(Age.CALENDAR).toLocalDate();
    var lives = families.municipality(found.tx(), ask.subject(), day).map(Municipality::new);
    return new AskableNow(law.now(), found.at(), lives)
        .parameters(ask.purpose(), ask.sender(), ask.receiver())
        .court();
  }

  /// An administration writes down what others tell; it judges nobody.
  private static OnBehalf professionals(OnBehalf all) {
    Set<Role> roles = EnumSet.copyOf(all.roles());
    roles.remove(Role.SCHOOL_ADMINISTRATIE);
    return new OnBehalf(all.caller(), all.party(), all.purpose(), roles, all.law(), all.mandates());
  }
}
