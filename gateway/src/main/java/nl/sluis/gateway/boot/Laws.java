package nl.sluis.gateway.boot;

import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import javax.sql.DataSource;
import nl.sluis.gateway.convenant.ConvenantTable;
import nl.sluis.gateway.convenant.ConvenantTexts;
import nl.sluis.gateway.convenant.Convenanten;

/// The convenanten of an operator, from his folder and the database.
final class Laws {
  private Laws() {}

  /// @throws IllegalStateException when there is no text by which anything may be decided
  static Convenanten open(
      Settings settings, ConvenantTable table, InstantSource clock, DataSource database)
      throws SQLException, IOException {
    try (var connection = database.getConnection()) {
      var texts = ConvenantTexts.of(settings.convenanten());
      return Convenanten.open(texts, table, settings.examplesCount(), clock, connection);
    }
  }
}
