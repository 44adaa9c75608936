package nl.sluis.dev.knoei;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.DevTimestampAuthority;
import nl.sluis.gateway.tijdstempel.StampAudit;
import nl.sluis.gateway.tijdstempel.StampCheck;
import nl.sluis.gateway.tijdstempel.StampFault;
import nl.sluis.gateway.tijdstempel.StampLine;
import nl.sluis.gateway.tijdstempel.StampTable;
import nl.sluis.gateway.tijdstempel.StampTrust;
import nl.sluis.gateway.tijdstempel.TimestampAuthority;

/// Timestamps over checkpoints, given by an authority of the development part.
///
/// Used by one thread.
final class Stamps implements AutoCloseable {
  private final DevSite site;
  private final DevTimestampAuthority authority;
  private final StampLine line;
  private final StampAudit audit;

  Stamps(Instant now) throws IOException {
    this.site = DevSite.temporary(now);
    this.authority = DevTimestampAuthority.start(site);
    var asked = authority.line();
    var lists = site.authority().crlFiles();
    this.line = new StampLine(asked.address(), asked.trust(), lists, asked.policy(), asked.every());
    this.audit =
        new StampAudit(
            new StampTable(DevSettings.REGION),
            new StampCheck(StampTrust.read(line), line.policy()));
  }

  /// Has a checkpoint stamped.
  void add(Connection owner, long size, String note) throws SQLException {
    try (var insert =
        owner.prepareStatement(
            """
            insert into tijdstempel (region, size, tijd, stempel, keten, intrekkingslijsten)
            values (?, ?, ?, ?, ?, ?)
            """)) {
      var stamp =
          new TimestampAuthority(line, new SecureRandom())
              .stamp(note.getBytes(StandardCharsets.UTF_8), site.clock().instant());
      insert.setString(1, DevSettings.REGION);
      insert.setLong(2, size);
      insert.setObject(3, stamp.at().atOffset(ZoneOffset.UTC));
      insert.setBytes(4, stamp.response());
      insert.setString(5, stamp.chain());
      insert.setString(6, stamp.lists());
      insert.executeUpdate();
    } catch (StampFault e) {
      throw new IllegalStateException("the development authority gives no timestamp", e);
    }
  }

  /// What is wrong with those that are kept, in Dutch.
  List<String> findings(Connection tx) throws SQLException {
    return audit.all(tx).findings();
  }

  @Override
  public void close() {
    authority.close();
  }
}
