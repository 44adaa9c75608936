package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.mediatype.ContentAnalyser;
import io.vertx.openapi.mediatype.ContentAnalyserFactory;
import io.vertx.openapi.mediatype.MediaTypeRegistration;
import io.vertx.openapi.mediatype.MediaTypeRegistry;
import io.vertx.openapi.validation.ValidationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.sluis.gateway.desk.Denial;
import nl.sluis.gateway.http.ProblemCode;
import nl.sluis.gateway.message.FaultCode;
import nl.sluis.gateway.peer.PeerFault;
import nl.sluis.gateway.person.SignInFault;
import nl.sluis.gateway.token.TokenFault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The description for machines is valid, is about every path and no other, and its examples are
/// what it says itself.
final class OpenApiSpec {
  private static final Path FILE = Path.of("..", "docs", "openapi.yaml");
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern VERB = Pattern.compile("get|put|post|delete|options|head|patch");

  private static TestGateway gateway;
  private static ObjectNode document;

  /// Every media type may stand in the description; what stands in it is not read here.
  private static final MediaTypeRegistration ANY =
      new MediaTypeRegistration() {
        @Override
        public ContentAnalyser createContentAnalyser(
            String type, Buffer content, ValidationContext context) {
          return ContentAnalyserFactory.noop().create(type, content, context);
        }

        @Override
        public boolean canHandle(String type) {
          return true;
        }

        @Override
        public List<String> supportedTypes() {
          return List.of("*/*");
        }
      };

  @BeforeAll
  static void start() throws IOException {
    var yaml = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(FILE));
    document = JSON.valueToTree(yaml);
    gateway = TestGateway.start();
  }

  @AfterAll
  static void stop() throws IOException {
    gateway.close();
  }

  @Test
  void it_is_a_valid_description_by_the_schema_of_openapi_itself() throws TimeoutException {
    var vertx = Vertx.vertx();
    try {
      var contract =
          OpenAPIContract.builder(vertx)
              .setContract(new JsonObject(document.toString()))
              .mediaTypeRegistry(MediaTypeRegistry.createEmpty().register(ANY))
              .build()
              .await(30, TimeUnit.SECONDS);

      assertThat(contract.getVersion().name()).isEqualTo("V3_1");
      assertThat(contract.operations()).hasSize(operations().size());
    } finally {
      vertx.close().await(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void it_describes_every_path_of_both_doors_and_no_other() {
    assertThat(operations().keySet())
        .containsExactlyInAnyOrderElementsOf(gateway.gateway().routes());
  }

  @Test
  void every_operation_has_a_name_of_its_own_and_says_what_it_does_in_dutch() {
    assertThat(operations().values())
        .extracting(operation -> operation.path("operationId").asText())
        .doesNotHaveDuplicates()
        .doesNotContain("");
    assertThat(operations().values()).noneMatch(o -> o.path("summary").asText().isEmpty());
  }

  @Test
  void every_body_has_a_schema_and_an_example_that_fits_it() {
    var bodies = new LinkedHashMap<String, JsonNode>();
    operations().forEach((name, operation) -> contents(name, operation, bodies));
    document
        .at("/components/responses")
        .properties()
        .forEach(e -> contents(e.getKey(), e.getValue(), bodies));

    assertThat(bodies).hasSizeGreaterThan(operations().size());
    bodies.forEach(
        (where, body) -> {
          assertThat(body.has("schema") && body.has("example")).as(where).isTrue();
          assertThat(faults(body.path("schema"), body.path("example"))).as(where).isEmpty();
        });
  }

  @Test
  void an_example_that_is_spoilt_does_not_fit() {
    var party = document.at("/paths/~1v1~1rolkeuzes/post/requestBody/content/application~1json");
    var spoilt = (ObjectNode) party.path("example").deepCopy();
    spoilt.put("verzonnen", true);

    assertThat(faults(party.path("schema"), spoilt)).isNotEmpty();
  }

  @Test
  void a_problem_in_an_example_has_a_code_that_exists() {
    var known = new TreeSet<String>();
    Stream.of(ProblemCode.values()).map(ProblemCode::code).forEach(known::add);
    Stream.of(PeerFault.Cause.values()).map(PeerFault.Cause::code).forEach(known::add);
    Stream.of(TokenFault.Cause.values()).map(TokenFault.Cause::code).forEach(known::add);
    Stream.of(SignInFault.Cause.values()).map(SignInFault.Cause::code).forEach(known::add);
    Stream.of(FaultCode.values()).map(FaultCode::code).forEach(known::add);
    Stream.of(Denial.values()).map(Denial::code).forEach(known::add);
    var codes = new ArrayList<String>();
    document
        .findValues("example")
        .forEach(
            example -> {
              if (example.path("type").asText().startsWith("urn:sluis:fout:")) {
                codes.add(example.path("code").asText());
              }
            });

    assertThat(codes).isNotEmpty();
    assertThat(known).containsAll(codes);
  }

  @Test
  void what_needs_no_token_says_so_and_on_the_door_for_partners_nothing_goes_without_certificate() {
    var withoutToken = new ArrayList<String>();
    operations()
        .forEach(
            (name, operation) -> {
              if (operation.has("security") && !operation.path("security").isEmpty()) {
                var asked = name.contains(" /mijn/") ? "aanmelding" : "certificaat";
                assertThat(operation.path("security").toString())
                    .isEqualTo("[{\"" + asked + "\":[]}]");
                if (asked.equals("certificaat")) {
                  withoutToken.add(name);
                }
              }
            });

    assertThat(withoutToken)
        .containsExactlyInAnyOrder(
            "POST /v1/token",
            "POST /v1/acute-meldingen",
            "GET /v1/sleutels",
            "GET /v1/gezondheid",
            "GET /v1/verbinding",
            "GET /v1/logboek/checkpoint",
            "GET /v1/logs",
            "GET /openapi.json",
            "GET /openapi.yaml",
            "GET /v1/openapi.json",
            "GET /v1/openapi.yaml",
            "GET /.well-known/authzen-configuration");
    assertThat(document.path("security").toString())
        .isEqualTo("[{\"certificaat\":[],\"token\":[]}]");
  }

  @Test
  void the_gateway_gives_this_very_file_as_json() throws IOException {
    var differences =
        gateway.play(
            """
            titel: De beschrijving voor machines
            tijd: 2026-11-23 10:00
            partijen:
              school: De Duinpieper
            gezinnen: {}
            stappen:
              - {roep aan: {wat: GET /openapi.json, door: school, token: geen}, verwacht: {status: 200, koppen: {content-type: application/json}, velden: {openapi: 3.1.0, info.title: Sluis}}}
            """);

    assertThat(differences).as(gateway.told()).isEmpty();
  }

  /// Every operation by its method and path, such as `GET /v1/berichten/{id}`.
  private static Map<String, JsonNode> operations() {
    var operations = new LinkedHashMap<String, JsonNode>();
    for (var path : document.path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        if (VERB.matcher(operation.getKey()).matches()) {
          operations.put(
              operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
              operation.getValue());
        }
      }
    }
    return operations;
  }

  private static void contents(String where, JsonNode in, Map<String, JsonNode> found) {
    for (var content : in.findValues("content")) {
      for (var media : content.properties()) {
        found.put(where + " " + media.getKey() + " " + found.size(), media.getValue());
      }
    }
  }

  /// What is wrong with this value, by a schema that may refer to the components.
  private static List<String> faults(JsonNode schema, JsonNode value) {
    var whole = JSON.createObjectNode();
    whole.putArray("allOf").add(schema);
    whole.set("components", document.path("components"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(whole)
        .validate(value)
        .stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }
}
