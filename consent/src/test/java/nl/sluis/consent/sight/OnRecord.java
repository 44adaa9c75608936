package nl.sluis.consent.sight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.custody.CustodyFact;
import nl.sluis.consent.custody.CustodySituation;
import nl.sluis.consent.custody.CustodySource;
import nl.sluis.consent.facts.Competence;
import nl.sluis.consent.facts.Records;
import org.jspecify.annotations.Nullable;

/// What is on record of a child in a spec about who sees what.
final class OnRecord {
  private OnRecord() {}

  static Records records(
      @Nullable LocalDate birth,
      CustodySituation situation,
      Set<UUID> holders,
      Set<UUID> shielded,
      List<Competence> able) {
    var custody =
        new CustodyFact(
            1,
            situation,
            CustodySource.GEZAGSREGISTER,
            LocalDate.parse("2026-01-01"),
            Instant.parse("2026-01-01T00:00:00Z"),
            holders);
    return new Records(
        birth,
        List.of(custody),
        able,
        shielded,
        List.of(),
        List.of(),
        Set.of(),
        Map.of(),
        List.of());
  }
}
