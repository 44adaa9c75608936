package nl.sluis.gateway.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.ECKey;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import nl.sluis.gateway.client.Opener;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.gateway.logbook.KeyHistory;
import nl.sluis.gateway.logbook.ProvenRow;
import nl.sluis.gateway.message.MessageFault;
import nl.sluis.gateway.message.SenderKeys;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;

/// What a receiver got, proved and opened.
///
/// @param handed the answer of Sluis as it came
/// @param opened what was in it
public record Received(JsonNode handed, Opener.Opened opened) {
  /// The answer of Sluis, whole.
  public static final String HANDED = "overhandiging.json";

  /// What was in it, in the clear.
  public static final String CONTENT = "inhoud.json";

  /// What reading found in it; there is no such file when that is nothing.
  public static final String FINDINGS = "bevindingen.txt";

  /// Who opens: with which keys, and believing which.
  ///
  /// @param kept whether it was kept, so that the moment of binding is not judged
  public record With(
      PartyRole self,
      List<ECKey> keys,
      PartnerSettings.Sluis sluis,
      List<ECKey> binding,
      SenderKeys senders,
      InstantSource clock,
      KeyHistory log,
      boolean kept) {
    public With {
      keys = List.copyOf(keys);
      binding = List.copyOf(binding);
    }

    /// Proves and opens what was handed over.
    ///
    /// @throws Stopped saying what is wrong; then nothing of it may be used
    public Received open(JsonNode handed) throws Stopped {
      var receipt = handed.path("ontvangstbewijs").asText();
      var message = handed.path("bericht").asText();
      Predicate<byte[]> proved = leaf -> ProvenRow.check(receipt, leaf, log).isPresent();
      var opener =
          new Opener(self.oin(), keys, sluis.oin(), SigningKeys.of(binding), senders, clock);
      try {
        return new Received(
            handed, kept ? opener.openKept(message, proved) : opener.open(message, proved));
      } catch (MessageFault fault) {
        throw new Stopped(
            Ending.NIET_TE_VERTROUWEN,
            "%s%s: %s. %s."
                .formatted(
                    fault.code().code(),
                    fault.about().isEmpty() ? "" : " `" + fault.about() + "`",
                    fault.code().explanation(),
                    fault.code().remedy()));
      }
    }
  }

  /// Everything that is in it, as it is kept.
  public ObjectNode content() {
    var message = opened.message();
    var content = JsonNodeFactory.instance.objectNode();
    content.put("pakket", handed.path("pakket").asText());
    content.put("transactie", handed.path("transactie").asText());
    content.put("jti", message.jti()).put("getekendDoor", message.signer().value());
    content.put("doel", message.purpose().code());
    content.set("van", party(message.from()));
    content.set("aan", party(message.to()));
    var parts = content.putObject("onderdelen");
    message
        .disclosed()
        .forEach(
            (name, value) -> {
              if (DataCategory.of(name).isEmpty()) {
                parts.set(name, value);
              }
            });
    var categories = content.putObject("categorieen");
    opened.categories().forEach((category, value) -> categories.set(category.name(), value));
    if (handed.has("gelezen")) {
      content.set("gelezen", handed.path("gelezen"));
    }
    return content;
  }

  /// What is disclosed with every category in the clear, by name.
  public Map<String, JsonNode> inTheClear() {
    var read = new LinkedHashMap<String, JsonNode>(opened.message().disclosed());
    opened.categories().forEach((category, value) -> read.put(category.name(), value));
    return read;
  }

  private static ObjectNode party(PartyRole party) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("oin", party.oin().value())
        .put("rol", party.role().code());
  }
}
