package nl.sluis.gateway.boot;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Every path for machines, as JSON: `docs/openapi.yaml`, which the build puts beside the code.
///
/// Read when somebody first asks for it. May be shared between threads.
final class OpenApiText implements Supplier<String> {
  private static final String RESOURCE = "/openapi.yaml";

  private volatile @Nullable String json;

  @Override
  public String get() {
    var known = json;
    if (known == null) {
      known = read();
      json = known;
    }
    return known;
  }

  private static String read() {
    try (var yaml = OpenApiText.class.getResourceAsStream(RESOURCE)) {
      if (yaml == null) {
        throw new IllegalStateException("`openapi.yaml` is not beside the code");
      }
      var text = new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
      var document = new Load(LoadSettings.builder().build()).loadFromString(text);
      return new JsonMapper().writeValueAsString(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
