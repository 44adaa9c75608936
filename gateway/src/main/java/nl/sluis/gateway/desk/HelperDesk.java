package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.machtiging.Helper;
import nl.sluis.consent.machtiging.Machtiging;
import nl.sluis.consent.machtiging.Machtiging.Giver;
import nl.sluis.consent.machtiging.Machtigingen;
import nl.sluis.consent.machtiging.Part;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.policies.convenant.HelperTerms;

/// Where somebody lets another look along at one child, sees when that other looked, and ends it
/// (Awb 2:1; AVG 12 and 15; decision 0042).
///
/// Nobody else at the child learns of it: what is given is found by the number of who gave it. May
/// be shared between threads.
public final class HelperDesk {
  /// How many may look along at one child for one person at once.
  public static final int MOST = 3;

  private final DataSource database;
  private final CurrentLaw law;
  private final Places places;
  private final Machtigingen given;
  private final HelperStanding standing;
  private final SubjectReference references;
  private final SecureRandom random;

  /// @param database for looking; what is done is done in the transaction of the sequencer
  /// @param law knows how long it may last
  /// @param seal opens what singles a person out
  /// @param references makes codes in their keyed form
  /// @param keyVersion the version of the key of references
  public HelperDesk(
      String region,
      DataSource database,
      CurrentLaw law,
      PersonSeal seal,
      SubjectRegister subjects,
      SubjectReference references,
      SecureRandom random,
      int keyVersion) {
    this.database = database;
    this.law = law;
    this.places = new Places(new PlaceRegister(region), subjects, keyVersion);
    this.given = new Machtigingen(region);
    this.standing = new HelperStanding(region, seal, places);
    this.references = references;
    this.random = random;
  }

  /// What somebody gave at one child.
  ///
  /// @param word by which this person points at the child; it says nothing to anybody else
  /// @param may whether that person may give it to another now
  /// @param age of the child, in whole years; empty when the birth date is not known
  /// @param given the newest first
  public record At(
      String word, boolean self, boolean may, Optional<Integer> age, List<Given> given) {
    /// Copies its list.
    public At {
      given = List.copyOf(given);
    }
  }

  /// One that was given.
  ///
  /// @param stand how it stands now
  /// @param looks when the helper looked, the newest first
  public record Given(Machtiging one, Stand stand, List<Machtigingen.Look> looks) {
    /// Copies its list.
    public Given {
      looks = List.copyOf(looks);
    }
  }

  /// How one stands.
  public enum Stand {
    /// Its code can be used.
    AANGEBODEN,
    /// The helper may look.
    LOOPT,
    /// It is over.
    VOORBIJ;

    /// The word in answers, and the last part of the key of its text.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// For how long it may be given: the shortest of what the convenanten in force say.
  public HelperTerms terms(Instant now) {
    return law.now().inForce(now).stream()
        .map(convenant -> convenant.arrangements().consentTerms().helpers())
        .reduce(HelperTerms.STRICT, HelperTerms::shorter);
  }

  /// What somebody gave, child by child; the person itself first.
  public List<At> look(SignedIn who, Instant now) throws SQLException {
    var children = new ArrayList<At>();
    try (var tx = database.getConnection()) {
      for (var place : places.of(tx, who)) {
        children.add(
            new At(
                word(who, place),
                place.isSelf(),
                standing.mayGive(tx, place, now),
                standing.age(tx, place.subject(), now),
                given(tx, who, place, now)));
      }
    }
    return children;
  }

  private String word(SignedIn who, Place place) {
    return references.child(who.number(), place.subject());
  }

  private List<Given> given(Connection tx, SignedIn who, Place place, Instant now)
      throws SQLException {
    var all = new ArrayList<Given>();
    for (var one : given.about(tx, place.subject(), who.number())) {
      all.add(new Given(one, stand(tx, one, now), given.looks(tx, one.id())));
    }
    return all;
  }

  private Stand stand(Connection tx, Machtiging one, Instant now) throws SQLException {
    boolean counts = one.isOffered(now) || one.isOpen(now);
    if (!counts || standing.lent(tx, one, now).isEmpty() || !standing.isOutsider(tx, one)) {
      return Stand.VOORBIJ;
    }
    return one.isOffered(now) ? Stand.AANGEBODEN : Stand.LOOPT;
  }

  /// A code for who helps, told once and kept only as a keyed hash.
  ///
  /// @param word of the child, as it was told to this person
  /// @param helper what sort of person it is
  /// @param parts with what
  /// @param days for how many days from the moment at which the code is used
  /// @return empty when this person has no place at such a child
  public Optional<Work<Outcome>> offer(
      SignedIn who, String word, Helper helper, Set<Part> parts, int days) throws SQLException {
    try (var tx = database.getConnection()) {
      return places.of(tx, who).stream()
          .filter(place -> word(who, place).equals(word))
          .findFirst()
          .map(place -> offer(who, place.subject(), helper, parts, days));
    }
  }

  private Work<Outcome> offer(
      SignedIn who, UUID subject, Helper helper, Set<Part> parts, int days) {
    return new PersonFiling(
        who,
        subject,
        EntryKind.ONLOOKER,
        places,
        (found, place, detail) -> {
          var fault = fault(found, who, place, parts, days);
          return fault.isPresent()
              ? fault.get()
              : offer(found, who, place, helper, parts, days, detail);
        });
  }

  private Optional<Filing.Result> fault(
      Found found, SignedIn who, Place place, Set<Part> parts, int days) throws SQLException {
    int most = terms(found.at()).mostDays();
    if (!standing.mayGive(found.tx(), place, found.at())) {
      return Optional.of(Filing.fault("kind", "Bij dit kind kunt u niemand laten helpen."));
    }
    if (parts.isEmpty()) {
      return Optional.of(Filing.fault("wat", "Kies waarmee deze persoon u helpt."));
    }
    if (days < 1 || days > most) {
      return Optional.of(
          Filing.fault("dagen", "Kies een aantal dagen van 1 tot en met %d.".formatted(most)));
    }
    long open =
        given(found.tx(), who, place, found.at()).stream()
            .filter(one -> one.stand() != Stand.VOORBIJ)
            .count();
    return open < MOST
        ? Optional.empty()
        : Optional.of(Filing.fault("kind", "Er zijn al drie helpers; stop er eerst een."));
  }

  private Filing.Result offer(
      Found found,
      SignedIn who,
      Place place,
      Helper helper,
      Set<Part> parts,
      int days,
      ObjectNode detail)
      throws SQLException {
    var now = found.at();
    var code = LinkDesk.code(random);
    var one =
        new Machtiging(
            UUID.randomUUID(),
            new Giver(who.number(), who.own()),
            place,
            helper,
            parts,
            now,
            now.plus(Duration.ofHours(terms(now).codeHours())),
            days,
            Optional.empty(),
            Optional.empty());
    given.add(found.tx(), one, keyed(references, code));
    detail.put("handeling", "machtiging").put("wie", helper.code()).put("dagen", days);
    detail.set("wat", QuestionJson.words(parts.stream().map(Part::code).sorted().toList()));
    detail.put("geldigTot", one.codeUntil().toString());
    var id = one.id().toString();
    return new Filing.Result.Secret(id, code, Map.of("id", id));
  }

  /// The giver ends it; empty when it is not of this person.
  public Optional<Work<Outcome>> stop(SignedIn who, UUID id, Instant now) throws SQLException {
    for (var child : look(who, now)) {
      for (var one : child.given()) {
        if (one.one().id().equals(id)) {
          return Optional.of(stop(who, one.one()));
        }
      }
    }
    return Optional.empty();
  }

  private Work<Outcome> stop(SignedIn who, Machtiging one) {
    return new PersonFiling(
        who,
        one.place().subject(),
        EntryKind.ONLOOKER,
        places,
        (found, _, detail) -> {
          given.end(found.tx(), one.id(), "gever", found.at());
          detail.put("handeling", "machtiging-einde").put("geeindigdDoor", "gever");
          return new Filing.Result.Filed(one.id().toString());
        });
  }

  /// The keyed form of the code of a helper.
  static Hmac keyed(SubjectReference references, String code) {
    return Hmac.of(
        references.keyedLogin("helpercode", code.toUpperCase(Locale.ROOT).replaceAll("[ -]", "")));
  }
}
