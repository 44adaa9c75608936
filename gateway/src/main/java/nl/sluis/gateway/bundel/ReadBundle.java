package nl.sluis.gateway.bundel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What stands in a bundle whose form was checked. Immutable.
///
/// @param logbook the name of the logbook
/// @param about the case, by its identifier
/// @param organisation whose case it is
/// @param receiver for whom it was made
/// @param made when
/// @param lines what is open of each row or step, as a sentence
/// @param stamped whether there is a timestamp with it
public record ReadBundle(
    String logbook,
    String about,
    String organisation,
    String receiver,
    String made,
    List<String> lines,
    boolean stamped) {
  private static final List<Field> TOLD =
      List.of(Field.DOEL, Field.SOORTEN, Field.REGEL, Field.UITKOMST, Field.TOELICHTING);

  /// Copies its list.
  public ReadBundle {
    lines = List.copyOf(lines);
  }

  static ReadBundle of(JsonNode told) {
    var lines = new ArrayList<String>();
    told.path("regels").forEach(line -> lines.add(sentence(line.path("velden"))));
    return new ReadBundle(
        told.path("logboek").asText(),
        told.path("zaak").asText(),
        told.path("organisatie").asText(),
        told.path("voor").asText(),
        told.path("gemaakt").asText(),
        lines,
        told.has("tijdstempel"));
  }

  /// What holds, in one sentence.
  public String verdict() {
    return ("In orde: deze bundel van zaak %s is van %s, voor %s. Hij heeft %d regels, en elke"
            + " regel lag vast.")
        .formatted(about, logbook, receiver, lines.size());
  }

  /// What nobody can know from a bundle, whatever holds.
  public List<String> unknown() {
    var said =
        new ArrayList<>(
            List.of(
                "Niet te weten: of iemand iets buiten Sluis om deed.",
                "Niet te weten: of dit alle regels zijn. De organisatie koos waar de zaak over"
                    + " gaat, en wie de bundel meeneemt krijgt niet elke regel.",
                "Niet te weten: wat er staat in een veld dat dicht is. Wel dat het vastlag en niet"
                    + " is veranderd.",
                "Niet te weten zonder de sleutels van Sluis: of een regel zegt wat zijn rij in het"
                    + " logboek zegt. Wie toezicht houdt, rekent dat na."));
    if (stamped) {
      said.add("Niet nagekeken: het tijdstempel. Dat kan met `stempel.sh`.");
    }
    return said;
  }

  private static String sentence(JsonNode fields) {
    var said = new StringBuilder();
    said.append(text(fields, Field.DAG).orElse(missing(fields, Field.DAG))).append(": ");
    said.append(text(fields, Field.SOORT).orElse(missing(fields, Field.SOORT)));
    text(fields, Field.VAN).ifPresent(from -> said.append(", van ").append(from));
    text(fields, Field.AAN).ifPresent(to -> said.append(", aan ").append(to));
    for (var field : TOLD) {
      text(fields, field).ifPresent(text -> said.append("; ").append(text));
    }
    long closed = Field.WORDS.stream().filter(name -> !fields.path(name).has("waarde")).count();
    return said.append(". Dicht: ").append(closed).append('.').toString();
  }

  private static String missing(JsonNode fields, Field field) {
    return fields.path(field.word()).has("waarde") ? "niet meer te lezen" : "dicht";
  }

  private static Optional<String> text(JsonNode fields, Field field) {
    var value = fields.path(field.word()).path("waarde");
    if (value.isObject()) {
      return Optional.of(value.path("oin").asText() + "/" + value.path("rol").asText());
    }
    if (value.isArray()) {
      var parts = new ArrayList<String>();
      value.forEach(part -> parts.add(part.asText()));
      return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
    }
    return value.isTextual() && !value.asText().isEmpty()
        ? Optional.of(value.asText())
        : Optional.empty();
  }
}
