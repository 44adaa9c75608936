package nl.sluis.gateway.logbook;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import nl.sluis.gateway.keys.KeyVault;

/// The verifier's own idea of which organisations may find a row: who acted always, the receiver
/// only of what reached it. Written a second time, apart from [Parties]. For one thread.
final class PartyCheck {
  private static final List<String> REACHED =
      List.of(
          "verstrekt",
          "heruitgereikt",
          "bevestigd",
          "bezorgd",
          "overdracht",
          "stopbericht",
          "stop-bevestigd");

  private static final List<JsonPointer> ACTED =
      places("/afzender", "/ondertekenaar", "/organisatie", "/partij", "/van/oin");
  private static final List<JsonPointer> RECEIVED = places("/aan/oin");

  private final KeyVault keys;
  private final Map<String, Long> numbers = new HashMap<>();

  PartyCheck(KeyVault keys) {
    this.keys = keys;
  }

  boolean agrees(JsonNode detail, Set<Long> stored) {
    var expected = new TreeSet<Long>();
    expect(detail, ACTED, expected);
    if (REACHED.contains(detail.path("soort").asText())) {
      expect(detail, RECEIVED, expected);
    }
    return expected.equals(stored);
  }

  private void expect(JsonNode detail, List<JsonPointer> places, Set<Long> expected) {
    var asked = detail.path("vraag");
    for (var place : places) {
      expect(detail.at(place), expected);
      if (!asked.isMissingNode()) {
        expect(asked.at(place), expected);
      }
    }
  }

  private void expect(JsonNode organisation, Set<Long> expected) {
    if (organisation.isTextual()) {
      expected.add(numbers.computeIfAbsent(organisation.textValue(), this::number));
    }
  }

  private static List<JsonPointer> places(String... all) {
    return Arrays.stream(all).map(JsonPointer::compile).toList();
  }

  private long number(String organisation) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(keys.partyKey());
      return ByteBuffer.wrap(mac.doFinal(organisation.getBytes(StandardCharsets.UTF_8))).getLong();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
    }
  }
}
