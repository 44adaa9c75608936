package nl.sluis.gateway.beeld;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import nl.sluis.gateway.vorm.View;

/// Writes a table as CSV (RFC 4180), with what a spreadsheet would take for a formula made
/// harmless. Pure.
final class Csv {
  private static final String BYTE_ORDER = "\uFEFF";

  private Csv() {}

  /// The file.
  ///
  /// @param name without its ending, and without anything about a person
  /// @param lines the first holds the names of the columns
  static View.File file(String name, List<List<String>> lines) {
    var text =
        lines.stream()
            .map(line -> line.stream().map(Csv::field).collect(Collectors.joining(";")) + "\r\n")
            .collect(Collectors.joining("", BYTE_ORDER, ""));
    return new View.File(
        name + ".csv", "text/csv; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  /// A field that begins as a formula does gets a sign in front of it that says it is text.
  private static String field(String value) {
    var safe = value.isEmpty() || "=+-@\t\r".indexOf(value.charAt(0)) < 0 ? value : "'" + value;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
