package nl.sluis.gateway.werkplek.opstellen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.sluis.policies.convenant.Convenant;

/// The form of a category for another part of the desk than that of composing: its fields as the
/// schema of the convenant has them, and what somebody filled in. Immutable; may be shared between
/// threads.
public final class CategoryForm {
  private static final int DAY = 10;
  private static final int LINE = 100;

  private final String name;
  private final SchemaForm form;

  private CategoryForm(String name, SchemaForm form) {
    this.name = name;
    this.form = form;
  }

  /// The form with this name; empty when the convenant has no such form.
  ///
  /// @param name such as `K12` or the narrower `K12-afspraken`, by which its fields are sent
  public static Optional<CategoryForm> of(Convenant convenant, String name) {
    return Optional.ofNullable(convenant.forms().get(name))
        .map(schema -> new CategoryForm(name, SchemaForm.read(schema)));
  }

  /// What it is called.
  public String title() {
    return form.title();
  }

  /// What belongs in it, in one sentence.
  public String description() {
    return form.description();
  }

  /// Its fields, with what stands in them.
  ///
  /// @param content what was filled in before; a missing node when nothing was
  public List<Input> inputs(JsonNode content) {
    return Input.of(form.fields(), name, content);
  }

  /// What a browser sent of it: fields of this form only; an empty object when nothing was filled
  /// in.
  ///
  /// @param sent the fields of the browser's form, which may hold anything
  public ObjectNode read(Map<String, List<String>> sent) {
    return new Filled(sent).category(form, name);
  }

  /// A field that is in no schema, such as what somebody says of a condition.
  ///
  /// @param name under which it is sent
  /// @param label what it is called
  /// @param day whether it is a day
  /// @param words from which one is chosen; empty when anything may stand there
  /// @param value what stands in it
  public static Input field(
      String name, String label, boolean day, List<String> words, String value) {
    var kind = day ? Input.Kind.DAG : words.isEmpty() ? Input.Kind.REGEL : Input.Kind.KEUZE;
    return new Input(
        name,
        "veld-" + name.replaceAll("[^A-Za-z0-9]+", "-").toLowerCase(Locale.ROOT),
        label,
        "",
        kind,
        true,
        day ? DAY : LINE,
        words,
        day ? Typed.shown(value) : value,
        List.of());
  }

  /// `23-11-2026` as `2026-11-23`; what is no day stays as it was typed.
  public static String day(String typed) {
    return Typed.day(typed);
  }

  /// `2026-11-23`, or a moment that begins so, as `23-11-2026`; anything else as it is.
  public static String shown(String day) {
    return Typed.shown(day.length() > DAY ? day.substring(0, DAY) : day);
  }

  /// What a category says, field by field, as people read it: the name with what stands there.
  public static List<Map.Entry<String, String>> lines(ObjectNode content) {
    return PreviewShown.lines(content).stream()
        .map(line -> Map.entry(line.name(), line.value()))
        .toList();
  }
}
