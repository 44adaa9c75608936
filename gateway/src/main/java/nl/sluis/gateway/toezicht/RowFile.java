package nl.sluis.gateway.toezicht;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import nl.sluis.gateway.toezicht.RowModels.Line;
import nl.sluis.gateway.vorm.View;

/// The rows that an officer looked for as a file (RFC 4180), piece after piece: a piece is all that
/// is in memory. Whom a row is about stays the pseudonym of this session. Immutable.
record RowFile(RowSearch search, RowWords words, Officer officer, RowFilter filter, Instant now)
    implements View.Content {
  private static final String HEAD =
      "wanneer,soort,doel,van,aan,baan,redenen,categorieen,betrokkene,medewerker\r\n";

  @Override
  public void write(OutputStream out) throws IOException, SQLException {
    var lines = words.lines(officer);
    out.write(HEAD.getBytes(StandardCharsets.UTF_8));
    search.each(
        officer.organisation(),
        filter,
        words.known(officer.organisation()),
        now,
        row -> out.write(text(lines.apply(row)).getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(Line line) {
    return cells(
        line.at(),
        line.kind(),
        line.purpose(),
        line.from(),
        line.to(),
        line.lane(),
        String.join(" ", line.reasons()),
        String.join(" ", line.categories()),
        line.subject(),
        line.staff());
  }

  private static String cells(String... cells) {
    return Arrays.stream(cells).map(RowFile::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  /// A spreadsheet takes what begins so for a formula; in front of an apostrophe it is text.
  private static String cell(String text) {
    var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }
}
