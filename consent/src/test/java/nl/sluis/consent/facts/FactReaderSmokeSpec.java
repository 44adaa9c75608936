package nl.sluis.consent.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.TestDatabase;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Regime;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;

class FactReaderSmokeSpec {
  @Test
  void nothing_is_known_of_somebody_never_spoken_of() throws Exception {
    var files =
        List.of(
            "db/consent/V001__rollen.sql",
            "db/consent/V002__personen.sql",
            "db/consent/V003__toestemming.sql");
    try (var database = TestDatabase.with(files);
        var tx = database.gateway().getConnection()) {
      var query =
          new FactQuery(
              UUID.randomUUID(),
              new Purpose("signaal-bespreken-cjg"),
              new PartyRole(new Oin("00000099000000201000"), Role.SCHOOL_IB),
              new PartyRole(new Oin("00000099000000101000"), Role.CJG_COACH),
              EnumSet.of(DataCategory.K01),
              Set.of(Regime.SCHOOL_AVG));

      var read =
          new FactReader("kennemerland", ConsentParameters.strict())
              .read(tx, List.of(query, query), Instant.parse("2026-11-22T10:00:00Z"));

      assertThat(read).hasSize(2);
      assertThat(read.getFirst().subject().consent())
          .isInstanceOf(ConsentState.CustodyUnknown.class);
    }
  }
}
