package nl.sluis.gateway.werkplek.meldcode;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.partner.OwnCheck;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// To whom may be reported without consent: whom the law names, which is Veilig Thuis (Wmo 2015
/// 5.2.6; promise P6). No form of the desk can name another. Pure.
final class Receivers {
  /// What a report is for.
  static final Purpose REPORT = new Purpose("vt-melding");

  private Receivers() {}

  /// One Veilig Thuis.
  ///
  /// @param party who it is
  /// @param name of it, for people
  record Receiver(PartyRole party, String name) {}

  /// To whom this party may report by a convenant that binds both; empty when no rule lets its role
  /// report.
  static List<Receiver> of(OwnCheck check, PartyRole from, Instant now) {
    return all(check, now, Optional.of(from)).stream()
        .filter(to -> check.rule(REPORT, from, to.party(), Optional.empty(), now).isPresent())
        .toList();
  }

  /// To whom acute danger is reported: the Veilig Thuis of the own region first, and else any. An
  /// unknown region never refuses one (design 10.15).
  static List<Receiver> inDanger(OwnCheck check, PartyRole from, Instant now) {
    var own = all(check, now, Optional.of(from));
    return own.isEmpty() ? all(check, now, Optional.empty()) : own;
  }

  private static List<Receiver> all(OwnCheck check, Instant now, Optional<PartyRole> from) {
    var day = now.atZone(Age.CALENDAR).toLocalDate();
    var found = new LinkedHashMap<Oin, Receiver>();
    check.convenanten().stream()
        .filter(one -> one.isInForceOn(day))
        .filter(one -> from.isEmpty() || one.parties().containsKey(from.get().oin()))
        .map(Convenant::parties)
        .flatMap(parties -> parties.values().stream())
        .filter(party -> party.holds(Role.VEILIG_THUIS, day))
        .sorted((one, other) -> one.name().compareTo(other.name()))
        .forEach(
            party ->
                found.putIfAbsent(
                    party.oin(),
                    new Receiver(new PartyRole(party.oin(), Role.VEILIG_THUIS), party.name())));
    return List.copyOf(found.values());
  }
}
