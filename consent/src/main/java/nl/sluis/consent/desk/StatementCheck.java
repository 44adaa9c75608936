package nl.sluis.consent.desk;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.custody.CustodyAt;
import nl.sluis.consent.custody.CustodyFact;
import nl.sluis.consent.custody.CustodySituation.Quorum;
import nl.sluis.consent.event.Channel;
import nl.sluis.consent.event.EventType;
import nl.sluis.consent.facts.Records;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.DataCategory.Sensitivity;
import org.jspecify.annotations.Nullable;

/// Reads what one person said, and finds everything that is wrong with it.
///
/// A no is taken from anybody who is known; a yes only with proof, from somebody who may give it.
/// Immutable; may be shared between threads.
final class StatementCheck {
  private static final Map<String, EventType> UTTERANCES =
      Map.of(
          "gegeven", EventType.GIVEN,
          "geweigerd", EventType.REFUSED,
          "uitgesteld", EventType.DEFERRED,
          "betwist", EventType.DISPUTED,
          "hersteld", EventType.DISPUTE_RESOLVED);

  private final CustodyAt custody;

  StatementCheck(ConsentParameters parameters) {
    this.custody = new CustodyAt(parameters);
  }

  /// Against what the statement is held: all that is known of the person concerned.
  ///
  /// @param subject the person concerned
  /// @param people the ids of those labels that are known
  /// @param records what is on record for this purpose, sender and receiver
  /// @param categories for what consent is asked
  /// @param heardNo whose no the recorder itself wrote down
  /// @param codes the codes that the recorder can use now, by their keyed hashes
  record Context(
      UUID subject,
      Map<Voice, UUID> people,
      Records records,
      Set<DataCategory> categories,
      Set<UUID> heardNo,
      Map<Hmac, PresenceCodes.Code> codes) {
    /// Is it a yes with a code that is none, or was used, or is over?
    boolean bringsNoCode(StatementDraft draft) {
      var presence = draft.proof().presence();
      return presence != null
          && isYes(UTTERANCES.get(draft.utterance()))
          && !codes.containsKey(presence);
    }

    /// The code by which this person showed to be there.
    Optional<UUID> presence(UUID person, @Nullable Hmac presence) {
      return Optional.ofNullable(presence)
          .flatMap(hash -> Optional.ofNullable(codes.get(hash)))
          .filter(code -> code.person().equals(person))
          .map(PresenceCodes.Code::id);
    }
  }

  Optional<Said> check(
      String at, StatementDraft draft, Recorder recorder, Context context, Faults faults) {
    var type = Optional.ofNullable(UTTERANCES.get(draft.utterance()));
    faults.addIf(
        type.isEmpty(),
        at + "uitspraak",
        "Kies gegeven, geweigerd, uitgesteld, betwist of hersteld.");
    var channel = channel(at + "kanaal", draft.channel(), recorder, faults);
    var moment = faults.pastInstant(at + "tijdstip", draft.at());
    var person = person(at + "persoon", draft.voice(), context, faults);
    var categories =
        draft.categories().isEmpty()
            ? Set.<DataCategory>of()
            : AskCheck.categories(at, draft.categories(), context.categories(), faults);
    if (type.isEmpty() || channel.isEmpty() || moment.isEmpty() || person.isEmpty()) {
      return Optional.empty();
    }
    var presence =
        isYes(type.get())
            ? context.presence(person.get(), draft.proof().presence())
            : Optional.<UUID>empty();
    var said =
        new Said(
            person.get(),
            type.get(),
            categories,
            channel.get(),
            moment.get(),
            draft.otherParentAgrees(),
            draft.evidence(),
            presence.orElse(null),
            draft.read());
    if (isYes(said.type())) {
      faults.addIf(
          context.bringsNoCode(draft),
          at + "bewijs.aanwezigheidscode",
          "Deze code klopt niet, is gebruikt of is verlopen; vraag een nieuwe.");
      mayTurnNoIntoYes(at, said, context, faults);
      isSeenByTwo(at + "bewijs.", draft.proof(), said, faults);
    }
    if (said.type() == EventType.GIVEN) {
      isInformed(at, draft, said, context, faults);
      mayGive(at, said, context, faults);
    }
    proof(at + "bewijs.", draft.proof(), said.channel(), faults);
    return Optional.of(said);
  }

  private static boolean isYes(@Nullable EventType type) {
    return type == EventType.GIVEN || type == EventType.DISPUTE_RESOLVED;
  }

  static Optional<Channel> channel(String field, String text, Recorder recorder, Faults faults) {
    var channel = Channel.of(text);
    faults.addIf(channel.isEmpty(), field, "Kies papier of mondeling.");
    boolean atPortal = recorder instanceof Recorder.Portal;
    channel.ifPresent(
        c ->
            faults.addIf(
                (c == Channel.PORTAAL) != atPortal,
                field,
                "Wat iemand in het portaal zegt, komt alleen uit het portaal."));
    return channel;
  }

  static Optional<UUID> person(String field, Voice voice, Context context, Faults faults) {
    var person = Optional.ofNullable(context.people().get(voice));
    faults.addIf(
        person.isEmpty(), field, "Deze persoon is niet bekend; leg eerst de gezinsfeiten vast.");
    return person;
  }

  private void isInformed(
      String at, StatementDraft draft, Said said, Context context, Faults faults) {
    faults.addIf(
        !draft.noExplained(),
        at + "gevolgenVanNeeUitgelegd",
        "Leg uit wat er gebeurt bij een nee; anders is de toestemming niet vrij.");
    faults.addIf(
        !draft.withdrawalExplained(),
        at + "intrekkenUitgelegd",
        "Leg uit hoe iemand de toestemming intrekt.");
    faults.addIf(
        said.channel() == Channel.MONDELING
            && (said.categories().isEmpty() ? context.categories() : said.categories())
                .stream().anyMatch(c -> c.sensitivity() == Sensitivity.ZEER_HOOG),
        at + "kanaal",
        "Voor deze categorieën is een handtekening of het portaal nodig.");
  }

  private void mayGive(String at, Said said, Context context, Faults faults) {
    var birth = context.records().birth();
    if (said.person().equals(context.subject())) {
      faults.addIf(
          birth == null || Age.at(birth, said.occurredAt()).isBelow(12),
          at + "persoon",
          "Onder de twaalf jaar geeft de jongere zelf geen toestemming.");
      return;
    }
    var parts = CustodyAt.partsKnownOn(context.records().parts(), faults.now());
    if (parts.stream().anyMatch(part -> part.holder().equals(said.person()))) {
      return;
    }
    var known = custody.on(context.records().custody(), faults.now());
    known.ifPresent(fact -> holdsGezag(at, said, fact, faults));
  }

  private static void holdsGezag(String at, Said said, CustodyFact fact, Faults faults) {
    faults.addIf(
        !fact.holders().contains(said.person()),
        at + "persoon",
        "Deze persoon heeft geen gezag en kan geen toestemming geven.");
    faults.addIf(
        said.otherParentAgrees() && fact.situation().quorum() == Quorum.ALLEN,
        at + "akkoordAndereOuder",
        "In deze gezagssituatie spreekt niemand namens een ander.");
  }

  /// What professionals write down cannot undo a no, however many they are: that takes the person's
  /// own code or own place. Only an organisation that wrote the no down hears so. Of any other no,
  /// such as one that the person said alone, nothing is told: the yes is taken, and does not count
  /// at use.
  private static void mayTurnNoIntoYes(String at, Said said, Context context, Faults faults) {
    faults.addIf(
        said.channel() != Channel.PORTAAL
            && said.presence() == null
            && context.heardNo().contains(said.person()),
        at + "bewijs.aanwezigheidscode",
        "U schreef eerder een nee van deze persoon op. Een ja daarna vraagt een code van die"
            + " persoon zelf, of de eigen plek.");
  }

  /// A yes that a professional writes down has two pairs of eyes, or the code of who spoke: nobody
  /// alone makes somebody's yes.
  private static void isSeenByTwo(String at, StatementDraft.Proof proof, Said said, Faults faults) {
    faults.addIf(
        said.channel() != Channel.PORTAAL
            && said.presence() == null
            && (proof.secondPersonId().isBlank()
                || proof.secondPersonId().equals(proof.recordedById())),
        at + "tweedePersoon",
        "Noem een tweede medewerker die erbij was, of geef de code van deze persoon; een ja"
            + " schrijft niemand alleen op.");
    faults.addIf(
        said.channel() == Channel.PAPIER && proof.recordedById().isBlank(),
        at + "vastgelegdDoor",
        "Noem wie dit heeft vastgelegd en in welke functie.");
  }

  private static void proof(String at, StatementDraft.Proof proof, Channel channel, Faults faults) {
    switch (channel) {
      case MONDELING -> {
        faults.addIf(
            proof.recordedById().isBlank() || proof.recordedByFunction().isBlank(),
            at + "vastgelegdDoor",
            "Noem wie dit heeft vastgelegd en in welke functie.");
        faults.addIf(proof.asked().isBlank(), at + "gevraagd", "Schrijf op wat er is gevraagd.");
        faults.addIf(proof.present().isBlank(), at + "aanwezig", "Schrijf op wie erbij waren.");
      }
      case PAPIER -> faults.sha256(at + "documentHash", proof.documentHash());
      case PORTAAL -> {}
    }
  }
}
