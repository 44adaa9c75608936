package nl.sluis.gateway.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.facts.FactQuery;
import nl.sluis.consent.facts.FactReader;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Regime;
import nl.sluis.policies.terms.Role;

/// How old the children are at whom somebody has a place. Sluis knows no names, so by this somebody
/// tells one child from another. May be shared between threads.
public final class Ages {
  private final DataSource database;
  private final FactReader facts;

  /// @param seal opens birth dates
  public Ages(String region, DataSource database, PersonSeal seal) {
    this.database = database;
    this.facts = new FactReader(region, seal);
  }

  /// The ages of these children; whose birth date is not known is not among them.
  ///
  /// @param children at whom the person who looks has a place
  public Map<UUID, Age> of(Collection<? extends AtChild<?>> children, Instant now)
      throws SQLException {
    var ages = new LinkedHashMap<UUID, Age>();
    try (var connection = database.getConnection()) {
      for (var child : children) {
        of(connection, child.subject(), now).ifPresent(age -> ages.put(child.subject(), age));
      }
    }
    return ages;
  }

  Optional<Age> of(Connection tx, UUID subject, Instant now) throws SQLException {
    var nobody = new PartyRole(new Oin("0".repeat(20)), Role.JONGERE);
    var query =
        new FactQuery(
            subject,
            new Purpose("geen"),
            nobody,
            nobody,
            Set.of(),
            EnumSet.allOf(Regime.class),
            "");
    return Optional.ofNullable(facts.records(tx, List.of(query), now).getFirst().birth())
        .map(birth -> Age.at(birth, now));
  }
}
