package nl.sluis.policies.legal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A page of Markdown with tables, written line by line. For one thread.
final class Table {
  private final List<String> lines = new ArrayList<>();

  Table text(String text) {
    lines.add(text.strip());
    lines.add("");
    return this;
  }

  Table head(String... names) {
    row(names);
    lines.add("|" + "---|".repeat(names.length));
    return this;
  }

  Table row(String... cells) {
    lines.add(
        Stream.of(cells)
            .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
            .collect(Collectors.joining(" | ", "| ", " |")));
    return this;
  }

  Table end() {
    lines.add("");
    return this;
  }

  String page() {
    return String.join("\n", lines).strip() + "\n";
  }
}
