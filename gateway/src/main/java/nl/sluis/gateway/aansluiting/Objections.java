package nl.sluis.gateway.aansluiting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.sluis.gateway.decision.Law;
import nl.sluis.gateway.peer.CompactJws;
import nl.sluis.gateway.peer.JwsFault;
import nl.sluis.gateway.peer.Listed;
import nl.sluis.gateway.peer.Partner;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Role;

/// Why an application that proves itself cannot be admitted here. Pure.
public final class Objections {
  private Objections() {}

  /// Everything that stands in the way, each in a Dutch sentence that says what to do; empty when
  /// nothing does.
  ///
  /// @param law the convenanten that are known here
  /// @param partners who is a partner now
  /// @param known what was said and withdrawn before
  /// @param applied every application that was ever read in
  public static List<String> of(
      Application application,
      Law law,
      List<Partner> partners,
      Known known,
      List<String> applied,
      Instant now) {
    var found = new ArrayList<String>();
    for (var role : application.roles()) {
      if (!isPartyAs(application, role, law, now)) {
        found.add(
            "In geen convenant dat geldt of gaat gelden is deze organisatie partij als `"
                + role.code()
                + "`. Neem haar eerst op in het convenant, of laat haar zonder deze rol"
                + " aanmelden.");
      }
    }
    if (application.thumbprints().stream().anyMatch(known::isWithdrawn)) {
      found.add("Een sleutel is ingetrokken en telt nooit meer. Laat de partner een nieuwe maken.");
    }
    if (isOfAnother(application, partners, known, applied)) {
      found.add("Een sleutel is al van een ander. Laat de partner eigen sleutels maken.");
    }
    return List.copyOf(found);
  }

  private static boolean isPartyAs(Application application, Role role, Law law, Instant now) {
    return law.shelf().versions().stream()
        .filter(
            version -> !version.validUntil().atStartOfDay(Age.CALENDAR).toInstant().isBefore(now))
        .flatMap(version -> version.parties().values().stream())
        .anyMatch(
            party -> party.oin().equals(application.oin()) && party.everHeld().contains(role));
  }

  private static boolean isOfAnother(
      Application application, List<Partner> partners, Known known, List<String> applied) {
    var own = application.thumbprints();
    var others =
        partners.stream()
            .filter(partner -> !partner.oin().equals(application.oin()))
            .flatMap(partner -> partner.keys().values().stream())
            .map(Listed::thumbprint)
            .collect(Collectors.toSet());
    known.keys().stream()
        .filter(row -> !row.owner().equals(application.oin()))
        .forEach(row -> others.add(Listed.thumbprint(row.key())));
    applied.forEach(text -> others.addAll(keysOfAnother(text, application)));
    return own.stream().anyMatch(others::contains);
  }

  private static List<String> keysOfAnother(String text, Application application) {
    try {
      var partner =
          Partner.described(
              CompactJws.parse(text, text.length()).payload().path("partner").toString());
      return partner.oin().equals(application.oin())
          ? List.of()
          : partner.keys().values().stream().map(Listed::thumbprint).toList();
    } catch (JwsFault | IllegalArgumentException _) {
      // What this release cannot read any more is nobody's key that it could mistake.
      return List.of();
    }
  }
}
