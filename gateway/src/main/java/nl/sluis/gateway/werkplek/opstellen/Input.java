package nl.sluis.gateway.werkplek.opstellen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One field as the page shows it, with what stands in it.
///
/// @param name under which it is sent
/// @param id of the element on the page
/// @param label what it is called
/// @param hint what belongs in it; empty when that is plain
/// @param kind how it is filled in
/// @param required whether the convenant wants it
/// @param most the longest text, the largest number or the most rows
/// @param words from which one is chosen
/// @param value what stands in it
/// @param rows what a list holds, with one open row behind it when there may be more
public record Input(
    String name,
    String id,
    String label,
    String hint,
    Kind kind,
    boolean required,
    int most,
    List<String> words,
    String value,
    List<List<Input>> rows) {
  private static final int ONE_LINE = 120;

  /// How a field is filled in.
  public enum Kind {
    REGEL,
    TEKST,
    DAG,
    KEUZE,
    GETAL,
    JA_NEE,
    LIJST
  }

  /// Copies its lists.
  public Input {
    words = List.copyOf(words);
    rows = List.copyOf(rows);
  }

  /// The fields of a form.
  ///
  /// @param prefix the code of the category
  /// @param content what was filled in before; a missing node when nothing was
  static List<Input> of(List<Field> fields, String prefix, JsonNode content) {
    return fields.stream().map(field -> of(field, prefix, content.path(field.name()))).toList();
  }

  private static Input of(Field field, String prefix, JsonNode value) {
    var name = field.name().isEmpty() ? prefix : prefix + "." + field.name();
    return switch (field) {
      case Field.Text(var _, var must, var longest, var _, var hint) ->
          one(
              name,
              field,
              hint,
              longest > ONE_LINE ? Kind.TEKST : Kind.REGEL,
              must,
              longest,
              value);
      case Field.Day(var _, var must) ->
          input(
              name,
              field,
              "",
              Kind.DAG,
              must,
              10,
              List.of(),
              Typed.shown(value.asText("")),
              List.of());
      case Field.Count(var _, var must, var _, var most, var hint) ->
          one(name, field, hint, Kind.GETAL, must, most, value);
      case Field.Truth(var _, var must) ->
          input(name, field, "", Kind.JA_NEE, must, 0, List.of(), truth(value), List.of());
      case Field.Choice(var _, var must, var words) ->
          input(name, field, "", Kind.KEUZE, must, 0, words, value.asText(""), List.of());
      case Field.Many many ->
          input(
              name,
              field,
              "",
              Kind.LIJST,
              many.required(),
              many.most(),
              List.of(),
              "",
              rows(many, name, value));
    };
  }

  private static List<List<Input>> rows(Field.Many many, String name, JsonNode value) {
    var rows = new ArrayList<List<Input>>();
    int shown = Math.min(many.most(), value.size() + 1);
    for (int row = 0; row < shown; row++) {
      var at = name + "." + row;
      var content = value.path(row);
      rows.add(
          many.isOfTexts()
              ? List.of(of(many.parts().getFirst(), at, content))
              : of(many.parts(), at, content));
    }
    return rows;
  }

  private static String truth(JsonNode value) {
    return value.isBoolean() ? value.asBoolean() ? Filled.YES : Filled.NO : "";
  }

  private static Input one(
      String name, Field field, String hint, Kind kind, boolean must, int most, JsonNode value) {
    return input(name, field, hint, kind, must, most, List.of(), value.asText(""), List.of());
  }

  private static Input input(
      String name,
      Field field,
      String hint,
      Kind kind,
      boolean must,
      int most,
      List<String> words,
      String value,
      List<List<Input>> rows) {
    return new Input(
        name,
        "veld-" + name.replace('.', '-').toLowerCase(Locale.ROOT),
        words(field.name()),
        hint,
        kind,
        must,
        most,
        words,
        value,
        rows);
  }

  /// A name of the message as people read it: `gesprekkenMetOuders` is «Gesprekken met ouders», and
  /// `eigen-waarneming` is «Eigen waarneming».
  public static String words(String name) {
    if (name.isEmpty()) {
      return "";
    }
    var apart =
        name.replaceAll("([a-z])([A-Z])", "$1 $2").replace('-', ' ').toLowerCase(Locale.ROOT);
    return apart.substring(0, 1).toUpperCase(Locale.ROOT) + apart.substring(1);
  }
}
