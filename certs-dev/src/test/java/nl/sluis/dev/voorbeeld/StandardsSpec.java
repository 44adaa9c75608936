package nl.sluis.dev.voorbeeld;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.gateway.decision.Replay;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.RowScan;
import nl.sluis.gateway.normen.Form;
import nl.sluis.gateway.normen.Lines;
import nl.sluis.gateway.normen.Pseudonyms;
import nl.sluis.gateway.normen.Reader;
import nl.sluis.gateway.normen.Register;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Every row of every story that is told, in the words of every standard, held against what was
/// published of it, row by row.
@Timeout(value = 20, unit = TimeUnit.MINUTES)
final class StandardsSpec {
  private static final Path NORMS = Path.of("src", "test", "resources", "normen");
  private static final JsonMapper JSON = new JsonMapper();
  private static final KeyVault KEYS = keys();
  private static final Pseudonyms NUMBERS = new Pseudonyms(KEYS);
  private static final Register REGISTER =
      new Register(DevSettings.REGISTER, () -> TheConvenant.ALL);
  private static final Lines LINES =
      new Lines(new RowScan(DevSettings.REGION, KEYS), REGISTER, DevSettings.ORIGIN);
  private static final Reader WHOLE = new Reader(Optional.empty(), NUMBERS);
  private static final Pattern BSN = Pattern.compile("(?<![0-9a-f])9999[0-9]{5}(?![0-9a-f])");

  private static final String POLICY_SET = "/participantObjectPermissionPolicySet";
  private static final Set<Lane> MELDCODE = Set.of(Lane.OVERRIDE, Lane.CONFLICT_VAN_PLICHTEN);

  /// What nobody can make happen with a story: made here as the gateway makes it.
  private static final Map<EntryKind, String> NOT_IN_A_STORY =
      Map.ofEntries(
          entry(EntryKind.RECEIPT, "{\"toestemming\":\"%s\"}".formatted(UUID.randomUUID())),
          entry(EntryKind.CONTROL_POLICY, "{\"gebeurtenis\":\"vastgesteld\"}"),
          entry(
              EntryKind.CASE,
              "{\"zaak\":\"%s\",\"stap\":\"geopend\"}".formatted(UUID.randomUUID())),
          entry(
              EntryKind.DELIVERED,
              "{\"transactie\":\"t\",\"aan\":\"00000099000000302000\",\"naSeconden\":2}"),
          entry(EntryKind.ERASURE, "{\"rijen\":[1,2]}"),
          entry(EntryKind.ERASURE_DECIDED, "{\"besluit\":\"toegewezen\"}"),
          entry(EntryKind.EPOCH, "{\"tijdperk\":2}"),
          entry(EntryKind.RESTORED, "{\"stap\":\"begonnen\",\"van\":3,\"tot\":5}"),
          entry(EntryKind.MONTH, "{\"maand\":\"2026-11\",\"wortel\":\"x\"}"),
          entry(EntryKind.START, "{}"),
          entry(EntryKind.STOP, "{}"));

  private static List<RowScan.Read> told = List.of();

  /// The rows of every story, which are told once for all specs that look at them.
  private static synchronized List<RowScan.Read> rows() throws IOException {
    if (told.isEmpty()) {
      var all = new ArrayList<RowScan.Read>();
      for (var file : PlayedOnce.files()) {
        // Of who was erased there is nothing to tell.
        PlayedOnce.file(file).rows().stream()
            .filter(row -> row.detail().isPresent())
            .forEach(all::add);
      }
      for (var made : NOT_IN_A_STORY.entrySet()) {
        var detail = (ObjectNode) JSON.readTree(made.getValue());
        detail.put("soort", made.getKey().code()).put("tijd", "2026-11-23T09:00:00Z");
        all.add(new RowScan.Read(all.size(), Optional.of(UUID.randomUUID()), Optional.of(detail)));
      }
      told = List.copyOf(all);
    }
    return told;
  }

  @Test
  void every_kind_of_row_is_an_activity_of_the_register_or_is_said_to_be_none() throws IOException {
    var seen = EnumSet.noneOf(EntryKind.class);
    var none = EnumSet.noneOf(EntryKind.class);
    for (var row : rows()) {
      var kind = kind(row);
      seen.add(kind);
      var line = LINES.write(Form.LDV, row, WHOLE);
      if (line.isEmpty()) {
        none.add(kind);
      } else {
        var activity = line.get().at("/attributes/dpl.core.processing_activity_id").asText();
        assertThat(REGISTER.all()).containsKey(activity);
      }
    }

    assertThat(seen).containsExactlyInAnyOrder(EntryKind.values());
    assertThat(none)
        .containsExactlyInAnyOrder(
            EntryKind.QUESTION,
            EntryKind.COUNT,
            EntryKind.HALT,
            EntryKind.PARTNER,
            EntryKind.MANDATE,
            EntryKind.SUBSCRIPTION,
            EntryKind.KEY,
            EntryKind.CONVENANT,
            EntryKind.CONTROL_POLICY,
            EntryKind.MONTH,
            EntryKind.RESTORED,
            EntryKind.EPOCH,
            EntryKind.START,
            EntryKind.STOP);
  }

  @Test
  void a_line_of_ldv_says_what_the_standard_names_and_nothing_else() throws IOException {
    var lines = checked(Form.LDV, "ldv-logregel.schema.json", Optional.empty());

    assertThat(lines).hasSize((int) rows().stream().filter(row -> isLine(row)).count());
    assertThat(numbers(lines)).as("one line, one action").hasSize(lines.size());
  }

  @Test
  void a_decision_is_one_record_at_level_three() throws IOException {
    var records = checked(Form.ADL, "adl-record.schema.json", Optional.empty());

    var decided = rows().stream().filter(row -> Replay.isDecision(row.detail().orElseThrow()));
    assertThat(records).hasSize((int) decided.count()).isNotEmpty();
    var digests = TheConvenant.ALL.stream().map(Convenant::digest).collect(Collectors.toSet());
    assertThat(records)
        .allSatisfy(
            record ->
                assertThat(digests)
                    .contains(
                        record
                            .at("/attributes/adl.core.policies")
                            .iterator()
                            .next()
                            .path("digest")
                            .asText()))
        .as("a refusal is an answer")
        .filteredOn(record -> record.path("status").asText().equals("Error"))
        .isEmpty();
  }

  @Test
  void what_a_record_points_at_decides_the_same_again() throws IOException {
    for (var file : PlayedOnce.files()) {
      var played = PlayedOnce.file(file);
      for (var row : played.rows()) {
        var record = LINES.write(Form.ADL, row, WHOLE);
        if (record.isEmpty()) {
          continue;
        }
        var place = record.get().at("/attributes/adl.core.request/logboek/rij").asInt();
        var pointed = played.rows().get(place).detail().orElseThrow();
        var cited = record.get().at("/attributes/adl.core.policies").properties().iterator().next();
        assertThat(pointed.path("convenant").path("digest"))
            .isEqualTo(cited.getValue().path("digest"));
        assertThat(Replay.question(pointed).at())
            .isEqualTo(Replay.question(row.detail().get()).at());
        assertThat(record.get().at("/attributes/adl.core.information/toestemmingen"))
            .allSatisfy(
                consent -> assertThat(consent.asText()).matches("[0-9a-f-]{36}@[0-9]+|gesteld"));
      }
      played
          .replayed()
          .ifPresent(replayed -> assertThat(replayed.isSame()).as(file.toString()).isTrue());
    }
  }

  @Test
  void an_organisation_reads_its_own_question_and_what_it_was_told() throws IOException {
    int records = 0;
    for (var organisation : organisations()) {
      for (var record : checked(Form.ADL, "adl-record.schema.json", Optional.of(organisation))) {
        records++;
        assertThat(record.at("/body/adl.core.request/subject/id").asText()).isNotEmpty();
        assertThat(record.toString())
            .as("who stopped it, and in which region, is nobody else's business")
            .doesNotContain("BEPERKT", "BEZWAAR", "RECHTERLIJK_VERBOD")
            .doesNotContain(TheConvenant.ALL.stream().map(Convenant::digest).toList());
      }
    }
    assertThat(records).isGreaterThan(100);
  }

  @Test
  void a_care_provider_has_the_fields_of_nen_7513() throws IOException {
    var care = organisations().stream().filter(REGISTER::isCareParty).toList();
    var lines = new ArrayList<ObjectNode>();
    for (var organisation : care) {
      lines.addAll(checked(Form.NEN7513, "nen7513-regel.schema.json", Optional.of(organisation)));
    }

    assertThat(care).isNotEmpty().hasSizeLessThan(organisations().size());
    assertThat(lines)
        .anySatisfy(
            line ->
                assertThat(line.at("/attributes/dpl.nen7513.participants/0" + POLICY_SET).asText())
                    .startsWith("model-kennemerland/2026-09/X"))
        .anySatisfy(
            line ->
                assertThat(line.at("/attributes/dpl.nen7513.toestemmingsProfiel").asText())
                    .matches("[0-9a-f-]{36}"));
  }

  @Test
  void a_municipality_can_read_its_rows_as_verwerkingsacties() throws IOException {
    var file = "gemma-verwerkingsactie-0.9.0.schema.json";
    int meldcode = 0;
    for (var organisation : organisations()) {
      for (var line : checked(Form.GEMMA, file, Optional.of(organisation))) {
        var said = line.path("vertrouwelijkheid").asText();
        var lanes = lanes(line.path("verwerkingNaam").asText());
        if (!lanes.isEmpty() && MELDCODE.containsAll(lanes)) {
          assertThat(said).as(line.toString()).isEqualTo("vertrouwelijk");
          meldcode++;
        } else if (!lanes.isEmpty()) {
          assertThat(said).as(line.toString()).isEqualTo("normaal");
        }
      }
    }
    assertThat(meldcode).isGreaterThan(20);
  }

  /// The lanes along which the convenanten let this purpose go.
  private static Set<Lane> lanes(String purpose) {
    return TheConvenant.ALL.stream()
        .flatMap(version -> version.rules().stream())
        .filter(rule -> rule.purpose().code().equals(purpose))
        .map(Rule::lane)
        .collect(Collectors.toSet());
  }

  @Test
  void two_readers_cannot_join_what_they_know_of_one_child() {
    // given one child, about whom every organisation records the same
    var child = Optional.of(UUID.randomUUID());
    var numbers = new HashSet<String>();
    for (var organisation : organisations()) {
      var detail =
          JSON.createObjectNode().put("soort", "gezag").put("tijd", "2026-11-23T09:00:00Z");
      detail.put("afzender", organisation.value());
      var row = new RowScan.Read(0, child, Optional.of(detail));

      // when each reads its own line
      var line = LINES.write(Form.LDV, row, new Reader(Optional.of(organisation), NUMBERS));
      numbers.add(line.orElseThrow().at("/attributes/dpl.core.data_subject_id").asText());
    }

    // then there are as many numbers as readers
    assertThat(numbers).hasSameSizeAs(organisations());
  }

  /// The lines in this form, each held against the schema, none with a number of a person in it.
  private static List<ObjectNode> checked(Form form, String file, Optional<Oin> organisation)
      throws IOException {
    var schema = schema(file);
    var reader = new Reader(organisation, NUMBERS);
    var lines = new ArrayList<ObjectNode>();
    for (var row : rows()) {
      LINES.write(form, row, reader).ifPresent(lines::add);
    }
    for (var line : lines) {
      assertThat(schema.validate(line)).as("%s: %s", form, line).isEmpty();
      assertThat(line.toString()).doesNotContainPattern(BSN);
    }
    return lines;
  }

  private static KeyVault keys() {
    return DevSite.temporary(Instant.parse("2026-11-23T09:00:00Z")).keys();
  }

  private static Schema schema(String file) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(NORMS.resolve(file)));
  }

  private static List<Oin> organisations() {
    return TheConvenant.ALL.stream()
        .flatMap(version -> version.parties().keySet().stream())
        .distinct()
        .toList();
  }

  private static Set<String> numbers(List<ObjectNode> lines) {
    return lines.stream().map(line -> line.path("span_id").asText()).collect(Collectors.toSet());
  }

  private static boolean isLine(RowScan.Read row) {
    return LINES.write(Form.LDV, row, WHOLE).isPresent();
  }

  private static EntryKind kind(RowScan.Read row) {
    return EntryKind.of(row.detail().orElseThrow().path("soort").asText()).orElseThrow();
  }
}
