package nl.sluis.gateway.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.gateway.client.Draft;
import nl.sluis.gateway.client.MessageBuilder;
import nl.sluis.gateway.client.Sent;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// A message as somebody wrote it in a file, before it is signed. Immutable.
///
/// @param convenant by which convenant it is checked; empty for the first that binds both
/// @param disclosed what is disclosed besides the categories, by the name it has in the message
/// @param categories the categories in the clear
public record OutgoingMessage(
    Purpose purpose,
    PartyRole from,
    PartyRole to,
    Optional<String> convenant,
    Map<String, JsonNode> disclosed,
    Map<DataCategory, ObjectNode> categories) {
  /// As long as a message is valid it can be sent again as it is (RFC 9901, `exp`).
  public static final Duration VALID = Duration.ofHours(1);

  private static final Oin NOBODY = new Oin("0".repeat(20));
  private static final String PURPOSE = "doel";

  /// Copies its maps, in their order.
  public OutgoingMessage {
    disclosed = Collections.unmodifiableMap(new LinkedHashMap<>(disclosed));
    categories = Collections.unmodifiableMap(new LinkedHashMap<>(categories));
  }

  /// The message in the making: valid as long as it may be sent again, with everything that is
  /// disclosed besides the categories.
  public Draft draft(MessageBuilder messages) {
    var draft = messages.draft(purpose, from, to).validFor(VALID);
    disclosed.forEach(draft::disclose);
    return draft;
  }

  /// Seals for the receiver what the rule wants sealed, and signs.
  ///
  /// @param draft as [#draft] made it
  /// @param book whom to believe about the key of the receiver
  /// @throws Stopped when the receiver has no key that it signed itself, or a sealed part is too
  ///   large
  public Sent signed(Draft draft, OwnCheck.Spoken spoken, AddressBook book, Instant now)
      throws Stopped {
    for (var offered : categories.entrySet()) {
      if (spoken.seals(offered.getKey())) {
        var key = book.sealing(to.oin(), now).orElseThrow(() -> noKey(book.changed()));
        draft.sealed(offered.getKey(), offered.getValue(), key);
      } else {
        draft.category(offered.getKey(), offered.getValue());
      }
    }
    try {
      return draft.sign();
    } catch (IllegalArgumentException _) {
      throw new Stopped(
          Ending.NIET_DOORGELATEN, "Een verzegeld deel is groter dan 64 KiB; schrijf het korter.");
    }
  }

  private static Stopped noKey(List<String> changed) {
    return changed.isEmpty()
        ? new Stopped(
            Ending.NIET_DOORGELATEN,
            "De ontvanger heeft geen sleutel in het adresboek die hij zelf tekende; er is niets"
                + " gestuurd. Vraag hem er een aan te melden.")
        : new Stopped(Ending.NIET_TE_VERTROUWEN, changed.getFirst());
  }

  /// Reads YAML or JSON.
  ///
  /// @param self who sends, when the file names nobody else
  /// @param to the receiver when the file names none
  /// @throws Stopped naming everything that is wrong, never with a value
  public static OutgoingMessage read(
      String text, PartyRole self, Optional<PartnerSettings.Acting> acting, Optional<PartyRole> to)
      throws Stopped {
    var faults = new ArrayList<String>();
    var top = Block.ofContent(text, faults);
    var purpose = top.text(PURPOSE);
    if (!Purpose.isPurpose(purpose)) {
      top.fault(PURPOSE, "is geen doel van het convenant");
    }
    var from = top.has("van") ? party(top.block("van"), self) : self;
    var receiver =
        to.isPresent() && !top.has("aan")
            ? to.get()
            : party(top.block("aan"), new PartyRole(NOBODY, self.role()));
    var convenant = top.find("convenant");
    var disclosed = disclosed(top, acting);
    var categories = categories(top, faults);
    top.close();
    if (!faults.isEmpty()) {
      throw new Stopped(
          Ending.NIET_BEGREPEN,
          "Het bericht klopt niet; er is niets gestuurd:\n- " + String.join("\n- ", faults));
    }
    return new OutgoingMessage(
        new Purpose(purpose), from, receiver, convenant, disclosed, categories);
  }

  private static PartyRole party(Block block, PartyRole otherwise) {
    var oin = block.find("oin").orElse(otherwise.oin().value());
    if (!Oin.isOin(oin) || oin.equals(NOBODY.value())) {
      block.fault("oin", "is geen OIN van twintig tekens; zet er aanhalingstekens om");
    }
    var role = block.find("rol").map(Role::of).orElse(Optional.of(otherwise.role()));
    if (role.isEmpty()) {
      block.fault("rol", "is geen rol van het convenant");
    }
    return new PartyRole(Oin.isOin(oin) ? new Oin(oin) : NOBODY, role.orElse(otherwise.role()));
  }

  private static Map<String, JsonNode> disclosed(
      Block top, Optional<PartnerSettings.Acting> acting) {
    var disclosed = new LinkedHashMap<String, JsonNode>();
    top.perhaps("betrokkene")
        .ifPresent(b -> disclosed.put("betrokkene", texts(b, "soort", "waarde")));
    top.perhaps("handelend").ifPresent(b -> disclosed.put("handelend", texts(b, "id", "functie")));
    acting.ifPresent(
        who ->
            disclosed.putIfAbsent(
                "handelend",
                JsonNodeFactory.instance
                    .objectNode()
                    .put("id", who.id())
                    .put("functie", who.function())));
    for (var name : List.of("bijGedeeltelijk", "vervolgOp")) {
      top.find(name)
          .ifPresent(text -> disclosed.put(name, JsonNodeFactory.instance.textNode(text)));
    }
    many(top, "voorwaarden", "voorwaarde:", disclosed);
    many(top, "noodzaak", "noodzaak:", disclosed);
    if (top.has("meldcode")) {
      disclosed.put("meldcode", top.value("meldcode"));
    }
    return disclosed;
  }

  private static ObjectNode texts(Block block, String one, String other) {
    return JsonNodeFactory.instance
        .objectNode()
        .put(one, block.text(one))
        .put(other, block.text(other));
  }

  private static void many(Block top, String key, String prefix, Map<String, JsonNode> into) {
    top.perhaps(key)
        .ifPresent(
            block -> block.names().forEach(name -> into.put(prefix + name, block.value(name))));
  }

  private static Map<DataCategory, ObjectNode> categories(Block top, List<String> faults) {
    var categories = new LinkedHashMap<DataCategory, ObjectNode>();
    var block = top.block("categorieen");
    for (var name : block.names()) {
      var category = DataCategory.of(name);
      if (category.isEmpty()) {
        faults.add("`categorieen` noemt iets dat geen categorie is");
      }
      if (block.value(name) instanceof ObjectNode content) {
        category.ifPresent(known -> categories.put(known, content));
      } else {
        block.fault(category.isPresent() ? name : "?", "is geen blok");
      }
    }
    return categories;
  }

  /// Does it say that a child is in danger now?
  public boolean isAcute() {
    var said = disclosed.getOrDefault("meldcode", MissingNode.getInstance()).path("acuut");
    return said.asBoolean(false) || said.asText().equals("ja");
  }

  /// Tells who to whom and what for, never what.
  @Override
  public String toString() {
    return "OutgoingMessage[" + purpose + " " + to + "]";
  }
}
