package nl.sluis.gateway.wissen;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Takes leave of persons who will be erased: from the commit on no reference means them, nothing
/// about them is handed over, and nothing is done about them in its time.
///
/// What waits for a receiver stays as a parcel about nobody, without its content, so that its
/// sender hears the one neutral word at the end of its term and not now (design 10.11). May be
/// shared between threads; runs with the rights of the gateway, under the locks of these persons.
final class Leaving {
  private static final String UNLINK =
      """
      update alias set unlinked_at = ?
      where region = ? and subject_id = any(?) and unlinked_at is null
      """;
  private static final List<String> LEAVE =
      List.of(
          "update subject set relinked = true where region = ? and id = any(?)",
          """
          update parcel
          set subject_id = null, payload_ct = null,
            state = case state when 'wacht' then 'ingehouden' else state end
          where region = ? and subject_id = any(?)
            and state in ('wacht', 'uitgereikt', 'ingehouden') and not told
          """,
          "update aangehouden_bericht set afgelopen = true where region = ? and subject_id ="
              + " any(?)",
          "update taak set stand = 'afgehandeld' where region = ? and subject_id = any(?)",
          "delete from agenda where region = ? and subject_id = any(?)");

  private final String region;

  Leaving(String region) {
    this.region = region;
  }

  void of(Connection tx, Collection<UUID> persons, Instant at) throws SQLException {
    try (var unlink = tx.prepareStatement(UNLINK)) {
      unlink.setObject(1, at.atOffset(ZoneOffset.UTC));
      unlink.setString(2, region);
      unlink.setArray(3, tx.createArrayOf("uuid", persons.toArray()));
      unlink.executeUpdate();
    }
    for (var step : LEAVE) {
      OfPerson.run(tx, step, region, persons);
    }
  }
}
