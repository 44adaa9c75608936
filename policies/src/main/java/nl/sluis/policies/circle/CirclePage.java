package nl.sluis.policies.circle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/// The circle as files: a picture, and a page on which picture and table stand together.
public final class CirclePage {
  private static final String STYLE =
      "body{font-family:sans-serif;max-width:75rem;margin:1rem auto;padding:0 1rem}"
          + "svg{width:100%;height:auto}table{border-collapse:collapse}"
          + "th,td{border:1px solid #666;padding:.3rem;text-align:left;vertical-align:top}";

  private CirclePage() {}

  /// The picture, as SVG.
  public static String svg(Circle circle) {
    return Picture.of(circle);
  }

  /// Picture and table on one page that needs nothing else.
  public static String html(Circle circle) {
    var lines = new ArrayList<String>();
    lines.add("<!doctype html>");
    lines.add("<html lang=\"nl\"><head><meta charset=\"utf-8\">");
    lines.add("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">");
    lines.add("<title>" + Xml.text(circle.title()) + "</title><style>" + STYLE + "</style></head>");
    lines.add("<body><h1>" + Xml.text(circle.title()) + "</h1>");
    lines.add("<p>" + Xml.text(CircleText.summary(circle)) + "</p>");
    lines.add("<figure>" + Picture.of(circle).strip() + "</figure>");
    lines.add("<table><caption>Dezelfde lijnen, in woorden</caption><thead><tr>");
    for (var column : CircleText.COLUMNS) {
      lines.add("<th scope=\"col\">" + column + "</th>");
    }
    lines.add("</tr></thead><tbody>");
    for (var row : CircleText.rows(circle)) {
      lines.add(
          "<tr><th scope=\"row\">"
              + Xml.text(row.getFirst())
              + "</th>"
              + row.stream()
                  .skip(1)
                  .map(cell -> "<td>" + Xml.text(cell) + "</td>")
                  .collect(Collectors.joining())
              + "</tr>");
    }
    lines.add("</tbody></table></body></html>");
    return String.join("\n", lines) + "\n";
  }

  /// Picture and table as a page of the manual.
  ///
  /// @param picture where the picture stands, seen from the page
  public static String markdown(Circle circle, String picture) {
    var lines = new ArrayList<String>();
    lines.add("# " + circle.title());
    lines.add("");
    lines.add(CircleText.summary(circle));
    lines.add("");
    lines.add(
        "Deze bladzijde en de tekening zijn gemaakt met `./sluis convenant kring`; verander ze niet"
            + " met de hand.");
    lines.add("");
    lines.add("![" + circle.title() + "](" + picture + ")");
    lines.add("");
    lines.add("| " + String.join(" | ", CircleText.COLUMNS) + " |");
    lines.add("|" + String.join("|", Collections.nCopies(CircleText.COLUMNS.size(), "---")) + "|");
    for (List<String> row : CircleText.rows(circle)) {
      lines.add(
          row.stream()
              .map(cell -> cell.replace("|", "\\|"))
              .collect(Collectors.joining(" | ", "| ", " |")));
    }
    return String.join("\n", lines) + "\n";
  }
}
