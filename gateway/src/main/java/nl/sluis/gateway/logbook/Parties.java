package nl.sluis.gateway.logbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import nl.sluis.gateway.keys.KeyVault;

/// Which organisations took part in what a row tells of, as numbers that say nothing without two
/// keys (design 10.20).
///
/// A receiver takes part only in what reached it: of a message that was refused or held it may not
/// even learn that there was one (design 10.11). Made for one batch or one look, by one thread.
final class Parties {
  private static final String RECEIVER = "aan";
  private static final Set<String> ACTED =
      Set.of("afzender", "ondertekenaar", "organisatie", "partij");
  private static final Set<EntryKind> REACHED =
      EnumSet.of(
          EntryKind.DISCLOSED,
          EntryKind.REDELIVERED,
          EntryKind.CONFIRMED,
          EntryKind.DELIVERED,
          EntryKind.HANDOVER,
          EntryKind.STOP_MESSAGE,
          EntryKind.STOP_CONFIRMED);

  private final KeyVault keys;
  private final Map<String, Long> known = new HashMap<>();

  Parties(KeyVault keys) {
    this.keys = keys;
  }

  /// The numbers of those who took part in what this entry tells of.
  Set<Long> of(Entry entry) {
    var numbers = new TreeSet<Long>();
    names(entry.kind(), entry.detail(), numbers);
    if (entry.detail().get("vraag") instanceof ObjectNode question) {
      names(entry.kind(), question, numbers);
    }
    return numbers;
  }

  /// The number of an organisation.
  ///
  /// @param organisation its OIN
  long number(String organisation) {
    return known.computeIfAbsent(organisation, this::keyed);
  }

  private void names(EntryKind kind, ObjectNode detail, Set<Long> numbers) {
    for (var name : ACTED) {
      add(detail.path(name), numbers);
    }
    add(detail.path("van").path("oin"), numbers);
    if (REACHED.contains(kind)) {
      add(detail.path(RECEIVER).path("oin"), numbers);
    }
  }

  private void add(JsonNode name, Set<Long> numbers) {
    if (name.isTextual()) {
      numbers.add(number(name.textValue()));
    }
  }

  private long keyed(String organisation) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(keys.partyKey());
      return ByteBuffer.wrap(mac.doFinal(organisation.getBytes(StandardCharsets.UTF_8))).getLong();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
    }
  }
}
