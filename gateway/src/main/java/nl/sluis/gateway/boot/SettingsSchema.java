package nl.sluis.gateway.boot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The one description of the settings (JSON Schema, draft 2020-12): editors check a file by it,
/// the manual is made of it, and effective values are shown by it. A spec holds [SettingsFile]
/// against it, key by key. Immutable; may be shared between threads.
public final class SettingsSchema {
  private static final String FILE = "/instellingen/instellingen.schema.json";
  private static final String DESK = "/instellingen/werkplek.schema.json";
  private static final String STEP = "  ";

  private final JsonNode root;

  private SettingsSchema(JsonNode root) {
    this.root = root;
  }

  /// That of this release.
  public static SettingsSchema ofThisRelease() {
    return read(FILE);
  }

  /// That of the desk of professionals.
  public static SettingsSchema ofDesk() {
    return read(DESK);
  }

  private static SettingsSchema read(String file) {
    try (var in = SettingsSchema.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("`" + file + "` is not in this release");
      }
      return new SettingsSchema(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// As it stands in the file.
  public JsonNode root() {
    return root;
  }

  /// One key.
  ///
  /// @param path its place, such as `database.adres`; a list is passed over
  /// @param schema what may stand there
  /// @param required whether it may be left out
  public record Key(String path, JsonNode schema, boolean required) {
    /// What holds when it is left out, in Dutch; empty when it may not be.
    public String without() {
      return schema.path("x-zonder").asText("");
    }

    /// How something new in it comes to count.
    public String renewal() {
      return schema.path("x-herladen").asText("herstart");
    }
  }

  /// Every key, each before those in it, in the order of the file.
  public List<Key> keys() {
    var keys = new ArrayList<Key>();
    walk("", root, keys::add);
    return keys;
  }

  private static void walk(String path, JsonNode schema, Consumer<Key> found) {
    for (var property : schema.path("properties").properties()) {
      var below = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
      found.accept(new Key(below, property.getValue(), isRequired(schema, property.getKey())));
      walk(below, property.getValue(), found);
      walk(below, property.getValue().path("items"), found);
      property.getValue().path("oneOf").forEach(way -> walk(below, way, found));
    }
  }

  private static boolean isRequired(JsonNode schema, String key) {
    for (var each : schema.path("required")) {
      if (each.asText().equals(key)) {
        return true;
      }
    }
    return false;
  }

  /// What takes effect of a file, a line each: what stands in it, and what holds where nothing
  /// stands. Of other files their names, never what is in them.
  ///
  /// @param read what stands in the file, that was read without a fault
  public List<String> effective(@Nullable Object read) {
    var lines = new ArrayList<String>();
    show("", root, read, lines);
    return lines;
  }

  private static void show(
      String indent, JsonNode schema, @Nullable Object read, List<String> lines) {
    var values = read instanceof Map<?, ?> map ? map : Map.of();
    for (var property : schema.path("properties").properties()) {
      var key = property.getKey();
      var below = property.getValue();
      var value = values.get(key);
      if (value instanceof Map<?, ?> && below.has("properties")) {
        lines.add(indent + key + ":");
        show(indent + STEP, below, value, lines);
      } else if (value != null) {
        lines.add(indent + key + ": " + plain(value));
      } else if (below.has("default")) {
        lines.add(indent + key + ": " + below.get("default").asText() + "  # standaard");
      } else if (below.has("x-zonder")) {
        lines.add(indent + "# " + key + ": " + below.get("x-zonder").asText());
      }
    }
  }

  private static String plain(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        var parts = new ArrayList<String>();
        map.forEach((key, each) -> parts.add(key + ": " + item(each)));
        yield "{" + String.join(", ", parts) + "}";
      }
      case List<?> list ->
          "[" + String.join(", ", list.stream().map(SettingsSchema::item).toList()) + "]";
      case String text -> "\"" + text.replace("\"", "\\\"") + "\"";
      default -> String.valueOf(value);
    };
  }

  private static String item(@Nullable Object each) {
    return each == null ? "" : plain(each);
  }
}
