package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.SimulatedPartner;
import nl.sluis.gateway.trace.TransactionNumber;

/// How a partner calls as a peer of FSC, and reads its part of the transaction log.
final class FscCalls {
  private static final JsonMapper JSON = new JsonMapper();
  private static final SplittableRandom RANDOM = new SplittableRandom(7);

  private FscCalls() {}

  static String pem(X509Certificate certificate) throws CertificateEncodingException {
    var encoded = Base64.getMimeEncoder().encodeToString(certificate.getEncoded());
    return "-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n";
  }

  static String fresh() {
    return TransactionNumber.at(Instant.parse("2026-11-23T09:00:00Z"), RANDOM).toString();
  }

  static Map<String, String> headers(SimulatedPartner partner, String number) {
    return Map.of("Authorization", "Bearer " + partner.token(), "Fsc-Transaction-Id", number);
  }

  static Answer post(SimulatedPartner partner, String path, String body, Map<String, String> more) {
    var headers = new HashMap<>(more);
    headers.put("Authorization", "Bearer " + partner.token());
    headers.put("Content-Type", "application/json");
    return partner.call("POST", path, headers, body);
  }

  /// By certificate alone, as at a Manager.
  static Answer read(SimulatedPartner peer, String query) {
    return peer.call("GET", "/v1/logs" + query, Map.of(), "");
  }

  static List<JsonNode> logs(SimulatedPartner peer, String query) throws IOException {
    var answer = read(peer, query);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    var records = new ArrayList<JsonNode>();
    JSON.readTree(answer.body()).path("records").forEach(records::add);
    return records;
  }

  static Set<String> numbers(List<JsonNode> records) {
    var numbers = new HashSet<String>();
    records.forEach(record -> numbers.add(record.path("transaction_id").asText()));
    return numbers;
  }
}
