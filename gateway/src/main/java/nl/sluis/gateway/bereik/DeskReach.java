package nl.sluis.gateway.bereik;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.desk.Recorder;
import nl.sluis.consent.desk.Voice;
import nl.sluis.consent.subject.AliasKey;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.consent.subject.PersonRegister;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.gateway.bereik.ChannelRow.Sealed;
import nl.sluis.gateway.bereik.ChannelRow.Step;
import nl.sluis.gateway.desk.FactDesk;
import nl.sluis.gateway.desk.Filing;
import nl.sluis.gateway.desk.OnlyAtDesk;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// Where an organisation that meets somebody puts on record how that person wants to be told, or
/// that a letter came back; and where it reads how many it must reach otherwise.
///
/// What is said at the desk needs no code: somebody stood there. Nobody is told what was chosen
/// elsewhere, or whether that person ever logged in. May be shared between threads.
public final class DeskReach {
  private final DataSource database;
  private final FactDesk facts;
  private final PersonRegister people;
  private final PlaceRegister places;
  private final ChannelTable channels;
  private final UnreachedTable unreached;
  private final PersonSeal seal;

  /// @param database for looking
  /// @param facts knows who acts for whom
  /// @param seal seals an address with the key of the child
  public DeskReach(String region, DataSource database, FactDesk facts, PersonSeal seal) {
    this.database = database;
    this.facts = facts;
    this.people = new PersonRegister(region);
    this.places = new PlaceRegister(region);
    this.channels = new ChannelTable(region);
    this.unreached = new UnreachedTable(region);
    this.seal = seal;
  }

  /// What was said, as it was handed in; what was left out is an empty text.
  ///
  /// @param person in the organisation's words
  /// @param step `gekozen`, `uit` or `retour`
  /// @param channel `e-mail`, `brief` or `loket`
  /// @param address only of a mail that was chosen
  /// @param language in which that person reads; Dutch when it is left out
  public record Draft(Voice person, String step, String channel, String address, String language) {
    @Override
    public String toString() {
      return step + " " + channel;
    }
  }

  /// How many persons an organisation must reach otherwise, for one reason.
  ///
  /// @param reason such as `geen-kanaal`
  /// @param late of how many the term has passed
  /// @param first the first instant at which one of them is late
  public record HowMany(String reason, int number, int late, Instant first) {}

  /// How many this organisation must reach otherwise; nobody is named.
  public List<HowMany> numbers(Oin organisation, Instant now) throws SQLException {
    try (var tx = database.getConnection()) {
      return unreached.counts(tx, organisation, now).stream()
          .map(one -> new HowMany(one.reason(), one.number(), one.late(), one.first()))
          .toList();
    }
  }

  /// Puts it on record.
  public Work<Outcome> record(Oin caller, PartyRole party, AliasKey alias, Draft draft) {
    return new Filing(
        Needs.toWrite(alias),
        EntryKind.NOTICE,
        facts.onBehalf(caller, party, OnlyAtDesk.MEET_PEOPLE),
        (found, detail) -> {
          var subject = found.subject().orElseThrow();
          var person = person(found.tx(), subject, party.oin(), draft.person());
          var fault = fault(draft, person.isPresent());
          if (fault.isPresent()) {
            return fault.get();
          }
          var place = new Place(subject, person.orElseThrow());
          var row = row(place, draft, party, found.at());
          for (var who : whom(found.tx(), place)) {
            channels.add(found.tx(), row.of(who));
          }
          detail.put("stap", "kanaal-" + draft.step()).put("kanaal", draft.channel());
          detail.put("persoon", place.person().toString());
          return new Filing.Result.Filed(row.matter().toString());
        });
  }

  private static Optional<Filing.Result> fault(Draft draft, boolean known) {
    if (!known) {
      return Optional.of(
          Filing.fault("persoon", "Noem `jongere`, of iemand die u bij dit kind hebt vastgelegd."));
    }
    if (!Set.of("gekozen", "uit", "retour").contains(draft.step())) {
      return Optional.of(Filing.fault("stap", "Kies gekozen, uit of retour."));
    }
    var channel = Channel.of(draft.channel());
    if (channel.isEmpty()) {
      return Optional.of(Filing.fault("kanaal", "Kies e-mail, brief of loket."));
    }
    if (language(draft).isEmpty()) {
      return Optional.of(Filing.fault("taal", "Deze taal is er niet; laat het weg of kies nl."));
    }
    if (draft.step().equals("retour") && channel.get() != Channel.BRIEF) {
      return Optional.of(Filing.fault("kanaal", "Alleen een brief komt retour."));
    }
    boolean needs = channel.get() == Channel.E_MAIL && draft.step().equals("gekozen");
    if (needs ? !MailLine.isAddress(draft.address()) : !draft.address().isEmpty()) {
      return Optional.of(
          Filing.fault("adres", "Noem één e-mailadres als dat is gekozen, en anders niets."));
    }
    return Optional.empty();
  }

  private Optional<UUID> person(Connection tx, UUID subject, Oin partner, Voice voice)
      throws SQLException {
    return switch (voice) {
      case Voice.Youth() -> Optional.of(subject);
      case Voice.Own _ -> Optional.empty();
      case Voice.Labelled(var label) ->
          Optional.ofNullable(people.find(tx, subject, partner, Set.of(label)).get(label));
    };
  }

  /// Whoever has that place; nobody yet, when it was not taken.
  private List<Hmac> whom(Connection tx, Place place) throws SQLException {
    var numbers = places.numbers(tx, place);
    return numbers.isEmpty() ? List.of(PlaceRegister.NOBODY) : numbers;
  }

  private ChannelRow row(Place place, Draft draft, PartyRole party, Instant now) {
    var sealed =
        draft.address().isEmpty()
            ? Optional.<Sealed>empty()
            : Optional.of(
                new Sealed(
                    seal.seal(
                        place.subject(),
                        OwnReach.SEALED,
                        draft.address().getBytes(StandardCharsets.UTF_8))));
    var step =
        switch (draft.step()) {
          case "gekozen" -> Step.GEKOZEN;
          case "retour" -> Step.RETOUR;
          default -> Step.UIT;
        };
    return new ChannelRow(
        PlaceRegister.NOBODY,
        PlaceRegister.NOBODY,
        place,
        step,
        Channel.of(draft.channel()).orElseThrow(),
        UUID.randomUUID(),
        sealed,
        now,
        new Recorder.Partner(party).code(),
        language(draft).orElseThrow());
  }

  private static Optional<Language> language(Draft draft) {
    return draft.language().isEmpty() ? Optional.of(Language.NL) : Language.of(draft.language());
  }
}
