package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.dev.partner.DevCollector;
import nl.sluis.dev.partner.DevCollector.Mood;
import nl.sluis.gateway.normen.Form;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The lines of the logbook reach a collector over OTLP, mutual TLS and all; whatever the collector
/// does, none is lost and no exchange waits.
final class CollectorSpec {
  private static final Oin SCHOOL = new Oin("00000099000000201000");
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String CALLER = "00f067aa0ba902b7";
  private static final Set<String> CORE =
      Set.of(
          "dpl.core.processing_activity_id",
          "dpl.core.data_subject_id",
          "dpl.core.data_subject_id_type");
  static final String STORY =
      """
      titel: een bericht en een weigering
      tijd: 2026-11-23 10:00
      partijen:
        school: De Duinpieper
        cjg: CJG Kennemerland
      gezinnen:
        sami:
          leeftijd: 9 jaar
          houders: [moeder]
          gezag: eenhoofdig
          bekend bij: school als school-administratie
      toestemmingen:
        - stap: ja van moeder
          van: school als school-ib
          aan: cjg als cjg-coach
          doel: signaal-bespreken-cjg
          over: sami
          categorieen: [K01, K09]
          gegeven door: [moeder]
      stappen:
        - stuur:
            van: school als school-ib
            aan: cjg als cjg-coach
            doel: signaal-bespreken-cjg
            over: sami
            categorieen: [K01, K09]
            voorwaarden: [besproken-met-ouders]
          verwacht: {uitkomst: PERMIT}
        - stuur:
            van: school als school-administratie
            aan: cjg als cjg-coach
            doel: signaal-bespreken-cjg
            over: sami
            categorieen: [K01, K09]
          verwacht: {uitkomst: WEIGEREN}
      """;

  private static TestGateway test;
  private static DevCollector collector;

  @BeforeAll
  static void a_gateway_sends_its_lines() {
    test = TestGateway.start();
    collector = test.gateway().connectCollector();
  }

  @AfterAll
  static void the_logbook_is_whole() throws IOException {
    assertThat(test.gateway().checkLogbook()).isEmpty();
    test.close();
  }

  @Test
  void every_line_arrives_once_it_can_and_none_is_left_out() throws IOException {
    // given a collector that is away
    collector.is(Mood.AWAY);

    // when partners go on
    assertThat(test.play(STORY)).isEmpty();
    assertThat(test.gateway().runHousekeeping()).isTrue();

    // then they did not wait for it, and nothing was kept
    assertThat(collector.lines()).isEmpty();

    // when it keeps everything but its answer gets lost, and when it says that it left one out
    collector.is(Mood.SILENT);
    test.gateway().runHousekeeping();
    collector.is(Mood.LEAVES_OUT);
    test.gateway().runHousekeeping();
    collector.is(Mood.KEEPS);
    test.gateway().runHousekeeping();
    var kept = collector.lines().size();
    test.gateway().runHousekeeping();

    // then each line of the logbook is there, some more than once with the same number
    assertThat(collector.lines()).hasSize(kept);
    var written = test.gateway().logbook().lines(Form.LDV, Optional.empty());
    assertThat(collector.lines().size()).isGreaterThan(2 * written.size());
    assertThat(
            collector.lines().stream().map(span -> hex(span.getSpanId().toByteArray())).distinct())
        .containsExactlyInAnyOrderElementsOf(
            written.stream().map(line -> line.path("span_id").asText()).toList());
    assertThat(collector.lines()).allSatisfy(CollectorSpec::hasOnlyTheAttributesOfTheCore);
    assertThat(collector.lines())
        .as("a refusal is no error")
        .allMatch(span -> span.getStatus().getCode() == Status.StatusCode.STATUS_CODE_OK)
        .anyMatch(span -> span.getName().equals("Bericht geweigerd"))
        .anyMatch(
            span ->
                span.getName()
                    .equals("Bericht aangenomen: identificatie-basis, zorgsignaal-hulpvraag"));

    // and each decision with them, which names no organisation and no child
    var decided = test.gateway().logbook().lines(Form.ADL, Optional.empty());
    assertThat(
            collector.decisions().stream()
                .map(record -> hex(record.getSpanId().toByteArray()))
                .distinct())
        .containsExactlyInAnyOrderElementsOf(
            decided.stream().map(record -> record.path("span_id").asText()).toList());
    assertThat(collector.decisions())
        .allMatch(record -> record.getEventName().equals("adl.access_evaluation"))
        .allMatch(record -> keys(record).contains("adl.core.policies"))
        .noneMatch(LogRecord::hasBody);
    assertThat(collector.received())
        .noneMatch(
            body ->
                new String(body, java.nio.charset.StandardCharsets.ISO_8859_1)
                    .contains(SCHOOL.value()));
  }

  @Test
  void a_row_stands_on_the_trace_of_the_request_that_made_it() throws IOException {
    // given a partner that names its trace
    try (var school = test.gateway().partner(SCHOOL, "De Duinpieper")) {
      var headers =
          Map.of(
              "Authorization",
              "Bearer " + school.token(),
              "Content-Type",
              "application/json",
              "traceparent",
              "00-" + TRACE + "-" + CALLER + "-01",
              "tracestate",
              "school=999990019");

      // when it looks at its lines
      var body = "{\"traceId\":\"" + TRACE + "\"}";
      var first = school.call("POST", "/v1/logboek/processing-activities", headers, body);
      assertThat(first.status()).isEqualTo(200);
    }

    // then the look is a row on that trace, below the action of the partner
    var line =
        test.gateway().logbook().lines(Form.LDV, Optional.empty()).stream()
            .filter(one -> one.path("trace_id").asText().equals(TRACE))
            .findFirst()
            .orElseThrow();
    assertThat(line.path("parent_span_id").asText()).isEqualTo(CALLER);
    assertThat(test.gateway().logbook().rows().toString()).doesNotContain("999990019");
  }

  private static void hasOnlyTheAttributesOfTheCore(Span span) {
    assertThat(span.getAttributesList().stream().map(KeyValue::getKey)).isSubsetOf(CORE);
    assertThat(span.getTraceId().size()).isEqualTo(16);
    assertThat(span.getStartTimeUnixNano() % 1_000_000).isZero();
  }

  private static List<String> keys(LogRecord record) {
    return record.getAttributesList().stream().map(KeyValue::getKey).collect(Collectors.toList());
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
