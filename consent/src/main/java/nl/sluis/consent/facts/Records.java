package nl.sluis.consent.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.custody.CustodyFact;
import nl.sluis.consent.custody.Deelgezag;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.event.ConsentEvent;
import nl.sluis.policies.question.Restriction;
import org.jspecify.annotations.Nullable;

/// Everything on record that bears on one query, not yet judged.
///
/// @param birth the birth date; null when it is not known
/// @param custody every fact about who has gezag
/// @param able what professionals judged of the person's ability to weigh this purpose
/// @param shielded the persons who may not learn that this receiver, or this sender, is involved
/// @param asks what was asked, for this purpose, sender's organisation and receiver
/// @param events what happened to those asks
/// @param restrictions the stops in force
/// @param registered the preconditions in the register
/// @param residences every municipality in which the person lived, lives or will live
/// @param parts what courts gave away of gezag
public record Records(
    @Nullable LocalDate birth,
    List<CustodyFact> custody,
    List<Competence> able,
    Set<UUID> shielded,
    List<ConsentAsk> asks,
    List<ConsentEvent> events,
    Set<Restriction> restrictions,
    Map<String, LocalDate> registered,
    List<Residence> residences,
    List<Deelgezag> parts) {
  /// Records of a child of whose gezag no court gave a part away.
  public Records(
      @Nullable LocalDate birth,
      List<CustodyFact> custody,
      List<Competence> able,
      Set<UUID> shielded,
      List<ConsentAsk> asks,
      List<ConsentEvent> events,
      Set<Restriction> restrictions,
      Map<String, LocalDate> registered,
      List<Residence> residences) {
    this(
        birth,
        custody,
        able,
        shielded,
        asks,
        events,
        restrictions,
        registered,
        residences,
        List.of());
  }

  /// Copies its parts.
  public Records {
    custody = List.copyOf(custody);
    able = List.copyOf(able);
    shielded = Set.copyOf(shielded);
    asks = List.copyOf(asks);
    events = List.copyOf(events);
    restrictions = Set.copyOf(restrictions);
    registered = Map.copyOf(registered);
    residences = List.copyOf(residences);
    parts = List.copyOf(parts);
  }

  /// Nothing on record.
  public static Records none() {
    return new Records(
        null, List.of(), List.of(), Set.of(), List.of(), List.of(), Set.of(), Map.of(), List.of());
  }

  /// The same, with other questions and other things that happened to them.
  public Records with(List<ConsentAsk> others, List<ConsentEvent> happened) {
    return new Records(
        birth,
        custody,
        able,
        shielded,
        others,
        happened,
        restrictions,
        registered,
        residences,
        parts);
  }

  /// The municipality in which the person lives on this day; empty when nobody told.
  public Optional<String> municipalityOn(LocalDate day) {
    return Residence.on(day, residences);
  }
}
