package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.desk.ConsentDesk;
import nl.sluis.consent.desk.ConsentDraft;
import nl.sluis.consent.desk.FamilyDesk;
import nl.sluis.consent.desk.FamilyDraft;
import nl.sluis.consent.desk.Filed;
import nl.sluis.consent.desk.Recorder;
import nl.sluis.consent.desk.RegisterDesk;
import nl.sluis.consent.desk.SealedEvidence;
import nl.sluis.consent.desk.StatementDraft;
import nl.sluis.consent.desk.WithdrawalDraft;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.notice.Notices;
import nl.sluis.consent.notice.Telling;
import nl.sluis.consent.subject.AliasKey;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.keys.FactSeal;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.peer.Mandates;
import nl.sluis.gateway.postbus.Term;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.policies.convenant.ReviewTerms;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Municipality;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// Where partners put facts about people on record: who has gezag, who said what, what is stopped.
///
/// Every fact is written under the lock of the person, with its row, in one transaction. May be
/// shared between threads.
public final class FactDesk {
  /// Roles that have no business with who a child's parents are or what they said.
  private static final Set<Role> OUTSIDERS =
      EnumSet.of(
          Role.SCHOOL_LEERKRACHT,
          Role.LPA,
          Role.GEMEENTE_BELEID,
          Role.GEMEENTE_FINANCIEN,
          Role.ONDERWIJSINSPECTIE,
          Role.DUO_VERZUIMREGISTER,
          Role.FG,
          Role.CONVENANTBEHEERDER,
          Role.JONGERE,
          Role.OUDER_GEZAG,
          Role.OUDER_ZONDER_GEZAG,
          Role.VOOGD);

  private final DataSource database;
  private final CurrentLaw law;
  private final Mandates mandates;
  private final Evidence evidence;
  private final FamilyDesk families;
  private final ConsentDesk consents;
  private final Telling telling;
  private final Words words;
  private final AfterGezag after;
  private final RegisterDesk register;
  private final int keyVersion;
  private final Set<Role> insiders;

  /// @param database for looking up whose lock to take
  /// @param words what follows from a word about a consent
  /// @param after what follows from a fact about gezag
  /// @param keyVersion the version of the key of references and labels
  public FactDesk(
      String region,
      DataSource database,
      CurrentLaw law,
      Mandates mandates,
      KeyVault vault,
      SecureRandom random,
      Words words,
      AfterGezag after,
      int keyVersion) {
    var parameters = ConsentParameters.strict();
    var seal = new FactSeal(vault, random);
    this.database = database;
    this.law = law;
    this.mandates = mandates;
    this.evidence = new Evidence(vault, random);
    this.families = new FamilyDesk(region, seal);
    this.consents = new ConsentDesk(region, seal, parameters);
    this.telling = new Telling(region, seal, new Notices(region, seal, parameters), parameters);
    this.words = words;
    this.after = after;
    this.register = new RegisterDesk(region, parameters);
    this.keyVersion = keyVersion;
    this.insiders = EnumSet.complementOf(EnumSet.copyOf(OUTSIDERS));
  }

  /// Makes something of a proof once it is known whose key seals it.
  @FunctionalInterface
  public interface Sealing<T> {
    /// @param subject the person it is about
    /// @param seals seals one proof
    T with(UUID subject, Sealer seals);
  }

  /// Seals one proof under the key of the person.
  @FunctionalInterface
  public interface Sealer {
    /// The proof, sealed.
    SealedEvidence seal(JsonNode proof);
  }

  /// What a partner knows of a family.
  public Work<Outcome> family(Oin caller, PartyRole party, AliasKey alias, FamilyDraft draft) {
    return new Filing(
        Needs.toWrite(alias),
        EntryKind.GEZAG,
        onBehalf(caller, party, Optional.empty()),
        (found, detail) -> {
          var custody = draft.custody();
          if (custody != null) {
            detail.put("situatie", custody.situation()).put("bron", custody.source());
            detail.put("verkregenOp", custody.obtainedAt());
          }
          var lives = draft.residence();
          var residence = lives == null ? null : lives.among(law.now()::names);
          if (residence != null) {
            detail.put("gemeente", residence.municipality());
            detail.put("gemeenteVanaf", residence.validFrom());
          }
          var filed =
              Filing.Result.of(
                  families.register(
                      found.tx(),
                      found.subject().orElseThrow(),
                      new FamilyDraft(draft.birthDate(), custody, residence),
                      new Recorder.Partner(party),
                      keyVersion,
                      found.at()));
          return custody == null ? filed : after.filed(found, party, filed);
        });
  }

  /// A question to a family with the answers to it.
  public Work<Outcome> consent(
      Oin caller,
      PartyRole party,
      AliasKey alias,
      Optional<Purpose> purpose,
      Sealing<ConsentDraft> draft) {
    return new Filing(
        Needs.toWrite(alias),
        EntryKind.CONSENT,
        onBehalf(caller, party, purpose),
        (found, detail) -> {
          var subject = found.subject().orElseThrow();
          var made = draft.with(subject, proof -> evidence.seal(subject, proof));
          DraftRow.tell(detail, made);
          var askable = askable(found);
          if (askable.isUnclear(made)) {
            return new Filing.Result.Stopped(AskableNow.UNCLEAR);
          }
          return words.asked(
              found,
              made,
              askable,
              () ->
                  told(
                      found,
                      detail,
                      consents.record(
                          found.tx(), made, new Recorder.Partner(party), askable, found.at())));
        });
  }

  private Optional<Municipality> lives(Found found) throws SQLException {
    var day = found.at().atZone(Age.CALENDAR).toLocalDate();
    return families
        .municipality(found.tx(), found.subject().orElseThrow(), day)
        .map(Municipality::new);
  }

  /// One more answer to a question.
  public Work<Outcome> statement(
      Oin caller, PartyRole party, ConsentAsk ask, Sealing<StatementDraft> draft) {
    return new Filing(
        Needs.toWrite(ask.subject()),
        EntryKind.CONSENT,
        onBehalf(caller, party, Optional.of(ask.purpose())),
        (found, detail) -> {
          var made = draft.with(ask.subject(), proof -> evidence.seal(ask.subject(), proof));
          detail.put("toestemming", ask.id().toString());
          detail.put("uitspraak", made.utterance()).put("kanaal", made.channel());
          return words.about(
              found,
              ask,
              () ->
                  told(
                      found,
                      detail,
                      consents.addStatement(
                          found.tx(), ask, made, new Recorder.Partner(party), found.at())));
        });
  }

  /// Whoever's yes was written down is told so, to be seen within the term of the convenant.
  Filing.Result told(Found found, ObjectNode detail, Filed filed) throws SQLException {
    if (filed instanceof Filed.Done(UUID id)) {
      detail.put("kennisgevingen", told(found, id));
    }
    return Filing.Result.of(filed);
  }

  /// Tells those whose yes to this question was written down.
  ///
  /// @return how many were told
  int told(Found found, UUID askId) throws SQLException {
    var ask = consents.find(found.tx(), askId).orElseThrow();
    int days =
        askable(found)
            .find(ask.purpose(), ask.sender(), ask.receiver())
            .parameters()
            .noticeWorkingDays();
    var until = Term.dueAfter(found.at(), days, List.of());
    return telling.of(found.tx(), ask, until, found.at());
  }

  /// For what consent of the child under this lock may be asked now.
  AskableNow askable(Found found) throws SQLException {
    return new AskableNow(law.now(), found.at(), lives(found));
  }

  /// A yes taken back; it counts from the commit.
  public Work<Outcome> withdrawal(
      Oin caller, PartyRole party, ConsentAsk ask, WithdrawalDraft draft) {
    return new Filing(
        Needs.toWrite(ask.subject()),
        EntryKind.WITHDRAWAL,
        onBehalf(caller, party, Optional.of(ask.purpose())),
        (found, detail) -> {
          detail.put("toestemming", ask.id().toString()).put("kanaal", draft.channel());
          detail.set("categorieen", QuestionJson.words(draft.categories()));
          return words.about(
              found,
              ask,
              () ->
                  Filing.Result.of(
                      consents.withdraw(
                          found.tx(), ask, draft, new Recorder.Partner(party), found.at())));
        });
  }

  /// A precondition that Sluis keeps in its own register.
  public Work<Outcome> condition(
      Oin caller,
      PartyRole party,
      AliasKey alias,
      Optional<Purpose> purpose,
      Sealing<RegisterDesk.ConditionDraft> draft) {
    return new Filing(
        Needs.toWrite(alias),
        EntryKind.CONDITION,
        onBehalf(caller, party, purpose),
        (found, detail) -> {
          var subject = found.subject().orElseThrow();
          var made = draft.with(subject, proof -> evidence.seal(subject, proof));
          var unknown = unknownWord(made);
          if (unknown.isPresent()) {
            return unknown.get();
          }
          detail.put("voorwaarde", made.condition()).put("doel", made.purpose());
          detail.put("datum", made.date());
          return Filing.Result.of(
              register.register(
                  found.tx(), subject, made, new Recorder.Partner(party), found.at()));
        });
  }

  /// A word that no convenant has is refused and so never kept: unknown words mean nothing here.
  private Optional<Filing.Result> unknownWord(RegisterDesk.ConditionDraft draft) {
    var versions = law.now().shelf().versions();
    if (versions.stream().noneMatch(v -> v.conditions().containsKey(draft.condition()))) {
      return Optional.of(Filing.fault("voorwaarde", "Noem een voorwaarde uit het convenant."));
    }
    boolean known =
        Purpose.isPurpose(draft.purpose())
            && versions.stream()
                .anyMatch(v -> v.purposes().containsKey(new Purpose(draft.purpose())));
    return known
        ? Optional.empty()
        : Optional.of(Filing.fault("doel", "Noem een doel uit het convenant."));
  }

  /// The question under this identifier, when this party is the one that asked it or would receive.
  public Optional<ConsentAsk> ask(UUID id, PartyRole party) throws SQLException {
    try (var connection = database.getConnection()) {
      return consents
          .find(connection, id)
          .filter(
              ask ->
                  ask.sender().oin().equals(party.oin())
                      || ask.receiver().oin().equals(party.oin()));
    }
  }

  /// Any role of the party will do, as for what touches nobody's facts.
  public OnBehalf inAnyRole(Oin caller, PartyRole party) {
    return onBehalf(caller, party, EnumSet.allOf(Role.class));
  }

  /// The same for one purpose, which a mandate can reach.
  OnBehalf inAnyRole(Oin caller, PartyRole party, Purpose purpose) {
    var roles = EnumSet.allOf(Role.class);
    return new OnBehalf(caller, party, Optional.of(purpose), roles, law, mandates);
  }

  /// When this organisation must look again at what it stopped or hid: the shortest terms of the
  /// convenanten that it is in.
  ReviewTerms reviews(PartyRole party, Instant at) {
    return law.now().inForce(at).stream()
        .filter(convenant -> convenant.parties().containsKey(party.oin()))
        .map(convenant -> convenant.arrangements().consentTerms().reviews())
        .reduce(ReviewTerms.STRICT, ReviewTerms::shorter);
  }

  /// These roles, for what is not one purpose.
  public OnBehalf onBehalf(Oin caller, PartyRole party, Set<Role> roles) {
    return new OnBehalf(caller, party, Optional.empty(), roles, law, mandates);
  }

  OnBehalf onBehalf(Oin caller, PartyRole party, Optional<Purpose> purpose) {
    return new OnBehalf(caller, party, purpose, insiders, law, mandates);
  }
}
