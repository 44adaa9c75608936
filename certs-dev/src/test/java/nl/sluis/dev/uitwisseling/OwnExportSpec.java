package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r5.model.Bundle;
import org.hl7.fhir.r5.model.Consent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What somebody takes along can be read by programs that are not ours, and holds the own words
/// only.
///
/// What is checked here was fetched while `eigen-toestemmingen-meenemen.yaml` was played.
final class OwnExportSpec {
  private static final Path PLAY =
      Path.of("src/test/resources/voorbeelden/eigen-toestemmingen-meenemen.yaml");
  private static final JsonMapper JSON = new JsonMapper();
  private static final FhirContext R5 = FhirContext.forR5Cached();

  private static final List<JsonNode> DPV = new ArrayList<>();
  private static final List<String> FHIR = new ArrayList<>();

  @BeforeAll
  static void fetch() throws IOException {
    try (var gateway = TestGateway.start()) {
      gateway
          .gateway()
          .watchedBy(
              (_, _, answer) -> {
                switch (answer.headers().getOrDefault("content-type", "")) {
                  case "application/ld+json" -> DPV.add(json(answer.body()));
                  case "application/fhir+json" -> FHIR.add(answer.body());
                  default -> {}
                }
              });
      assertThat(gateway.play(Files.readString(PLAY))).as(gateway.told()).isEmpty();
    }
  }

  @Test
  void the_validator_of_hapi_finds_no_error_in_any_of_it() {
    var validator = validator();

    assertThat(FHIR).hasSizeGreaterThanOrEqualTo(5);
    for (var bundle : FHIR) {
      assertThat(found(validator, bundle, ResultSeverityEnum.ERROR)).as(bundle).isEmpty();
    }
  }

  @Test
  void the_validator_warns_of_our_own_words_for_roles_purposes_and_categories_only() {
    var validator = validator();

    for (var bundle : FHIR) {
      assertThat(found(validator, bundle, ResultSeverityEnum.WARNING))
          .as(bundle)
          .allMatch(warning -> warning.contains("urn:sluis:"));
    }
  }

  @Test
  void the_validator_would_have_found_a_status_that_does_not_exist() {
    var spoilt = FHIR.getFirst().replace("\"status\":\"draft\"", "\"status\":\"misschien\"");

    assertThat(found(validator(), spoilt, ResultSeverityEnum.ERROR)).isNotEmpty();
  }

  @Test
  void what_hapi_reads_back_is_what_was_asked() {
    var read = R5.newJsonParser().parseResource(Bundle.class, FHIR.get(1));
    var consent = (Consent) read.getEntryFirstRep().getResource();

    assertThat(consent.getStatus()).isEqualTo(Consent.ConsentState.ACTIVE);
    assertThat(consent.getControllerFirstRep().getDisplay()).contains("De Duinpieper");
    assertThat(consent.getGranteeFirstRep().getDisplay()).isEqualTo("CJG Kennemerland");
    assertThat(consent.getProvisionFirstRep().getCode())
        .extracting(code -> code.getCodingFirstRep().getCode())
        .containsExactly("K01", "K09");
    assertThat(consent.getVerification()).hasSize(1);
  }

  @Test
  void two_parents_of_one_child_differ_in_their_own_words_and_in_nothing_else() {
    var mother = DPV.get(1);
    var father = DPV.get(2);

    assertThat(mother).isNotEqualTo(father);
    assertThat(without(mother, "dpv:hasConsentStatus"))
        .isEqualTo(without(father, "dpv:hasConsentStatus"));

    var hers = json(FHIR.get(1));
    var his = json(FHIR.get(2));
    assertThat(hers).isNotEqualTo(his);
    assertThat(without(hers, "grantor", "verification"))
        .isEqualTo(without(his, "grantor", "verification"));
  }

  @Test
  void every_record_has_what_the_guide_makes_mandatory() throws IOException {
    for (var document : DPV) {
      assertThat(document.path("@context").path("dpv").asText()).isEqualTo("https://w3id.org/dpv#");
      for (var record : document.path("@graph")) {
        assertThat(DpvRecord.faults(record)).as(record.toPrettyString()).isEmpty();
      }
    }
  }

  private static JsonNode without(JsonNode document, String... members) {
    var copy = document.deepCopy();
    for (var member : members) {
      copy.findParents(member).forEach(parent -> ((ObjectNode) parent).remove(member));
    }
    return copy;
  }

  private static FhirValidator validator() {
    var support =
        new ValidationSupportChain(
            new DefaultProfileValidationSupport(R5),
            new CommonCodeSystemsTerminologyService(R5),
            new InMemoryTerminologyServerValidationSupport(R5));
    return R5.newValidator().registerValidatorModule(new FhirInstanceValidator(support));
  }

  private static List<String> found(
      FhirValidator validator, String bundle, ResultSeverityEnum severity) {
    return validator.validateWithResult(bundle).getMessages().stream()
        .filter(message -> message.getSeverity() == severity)
        .map(SingleValidationMessage::toString)
        .toList();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new AssertionError("an answer is JSON", e);
    }
  }
}
