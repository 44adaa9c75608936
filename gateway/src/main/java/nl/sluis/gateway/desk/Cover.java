package nl.sluis.gateway.desk;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.consent.facts.Locating;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Officers;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// What somebody who logged in may read at one child of where others are: the one place where names
/// of organisations, addresses and times are covered, for every page, answer and download (domain
/// 2.7, geheim adres).
///
/// Who is shielded from anybody, at whatever child, reads of every organisation what sort it is,
/// and no name, number, role, town or telephone; nothing of an address, a school or a move; and of
/// a time the day. Of which organisation somebody must not know cannot be told from it: all are
/// covered. Immutable; may be shared between threads.
///
/// @param closed whether where others are stays away from who looks
public record Cover(boolean closed) {
  private static final Cover NOTHING = new Cover(false);

  /// For who may know where others are.
  public static Cover nothing() {
    return NOTHING;
  }

  /// What sort of organisation it is; anybody may know that.
  public Sort sort(PartyRole party, Convenant words) {
    return Optional.ofNullable(words.parties().get(party.oin()))
        .map(Sort::of)
        .orElse(Sort.ORGANISATIE);
  }

  /// What the convenant says of an organisation; empty when it is covered, or not known.
  public Optional<Party> party(PartyRole party, Convenant words) {
    return closed ? Optional.empty() : Optional.ofNullable(words.parties().get(party.oin()));
  }

  /// How the data protection officer of an organisation is reached; empty when that stays away.
  public Optional<String> contact(PartyRole party, Convenant words) {
    return party(party, words).map(Party::officers).flatMap(Officers::dataProtection);
  }

  /// Its name for who reads Dutch and no page, or its sort.
  public String dutch(PartyRole party, Convenant words) {
    return closed ? sort(party, words).dutch() : party(party, words).map(Party::name).orElse("");
  }

  /// The kinds of data of which something may be read.
  public Set<DataCategory> readable(Set<DataCategory> categories) {
    return categories.stream()
        .filter(category -> !hides(category))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Does what is in this kind of data tell where somebody is, to who may not know?
  public boolean hides(DataCategory category) {
    return closed && Locating.is(category);
  }

  /// Does this tell of a move to another school, to who may not know?
  public boolean hides(Purpose purpose) {
    return closed && Locating.isMove(purpose);
  }

  /// Is nothing left to tell of data of these kinds for this purpose?
  public boolean hides(Purpose purpose, Set<DataCategory> categories) {
    return hides(purpose) || (!categories.isEmpty() && readable(categories).isEmpty());
  }

  /// Would reading a text for this purpose, of these kinds of data, tell where somebody is?
  public boolean hidesText(Purpose purpose, Set<DataCategory> categories) {
    return closed && Locating.isIn(purpose, categories);
  }

  /// When something was done: for who may not know the time of day, its day alone.
  public Instant at(Instant at) {
    return closed
        ? at.atZone(Age.CALENDAR).toLocalDate().atStartOfDay(Age.CALENDAR).toInstant()
        : at;
  }
}
