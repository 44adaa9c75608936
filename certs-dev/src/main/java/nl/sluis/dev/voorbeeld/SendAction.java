package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.terms.DataCategory;

/// A partner sends a message.
///
/// @param from who sends, in which role
/// @param to for whom it is, in which role
/// @param via the supplier that signs and sends under a mandate; the sender itself when equal to it
/// @param purpose what for
/// @param child whom it is about; empty in an anonymous lane
/// @param reference how it points at the child; `geen` for not at all
/// @param categories the categories with their contents; a missing node asks for the standard
///   content
/// @param handling which categories travel otherwise than the convenant says
/// @param claims what the sender claims beside the categories
/// @param door what is shown at the door
/// @param urgent whether it goes by the road for acute danger, without a token
/// @param faults what is deliberately wrong with it
record SendAction(
    PartyAs from,
    PartyAs to,
    String via,
    String purpose,
    String child,
    String reference,
    Map<DataCategory, JsonNode> categories,
    Handling handling,
    Claims claims,
    Door door,
    boolean urgent,
    List<MessageFaultKind> faults)
    implements DeskAction.AlsoAtDesk {
  /// @param open sent readable though the rule says sealed
  /// @param sealed sent sealed though the rule says readable
  record Handling(Set<DataCategory> open, Set<DataCategory> sealed) {}

  /// @param acting who acts
  /// @param conditions the preconditions claimed, by code
  /// @param necessity the necessity text of each category
  /// @param meldcode the meldcode record; missing when there is none
  /// @param signing who signs as a second person
  /// @param partial `lever-rest` or `weiger`; empty when not said
  /// @param follows the label of the step this message follows; empty when none
  /// @param payload members put over the payload, for cases the vocabulary has no word for
  /// @param extra disclosures by name, for the same
  record Claims(
      JsonNode acting,
      Map<String, JsonNode> conditions,
      Map<DataCategory, String> necessity,
      JsonNode meldcode,
      Signing signing,
      String partial,
      String follows,
      ObjectNode payload,
      Map<String, JsonNode> extra) {}

  /// @param conditions under which preconditions somebody signs; empty for all that the rule has
  /// @param person who signs; empty for who looked along by the meldcode record
  /// @param keyOf with whose key; empty for the own key
  /// @param over the label of the step whose message is signed instead; empty for this one
  /// @param outcome what is said; empty for what the record says, or the rule asks
  record Signing(
      Optional<Set<String>> conditions, String person, String keyOf, String over, String outcome) {}

  /// @param tokenOf the party whose access token is shown
  /// @param certificateOf the party whose certificate is shown
  record Door(String tokenOf, String certificateOf) {}

  @Override
  public String told() {
    var about = child.isEmpty() ? "zonder persoon" : "over " + child;
    var under = via.equals(from.party()) ? "" : ", via " + via;
    return "%s stuurt %s %s%s (%s): %s"
        .formatted(from, to, about, under, purpose, String.join(" ", codes()));
  }

  private List<String> codes() {
    return categories.keySet().stream().map(DataCategory::name).sorted().toList();
  }

  @Override
  public Observed play(Scene scene) {
    var message = new Outgoing(this, scene).make();
    scene.sent(scene.label(), message);
    return deliver(scene, message.bytes());
  }

  @Override
  public DeskAction atDesk() {
    return new DeskAction(
        this,
        from,
        new DeskAction.Acting(
            claims.acting().path("id").asText(), claims.acting().path("functie").asText()),
        (scene, desk) -> new DeskSending(scene, this, desk).play());
  }

  /// Hands these bytes in with the certificate and the token of this step.
  Observed deliver(Scene scene, String bytes) {
    var partner = scene.partner(door.certificateOf());
    var answer =
        urgent
            ? partner.sendUrgently(bytes)
            : partner.sendMessage(bytes, scene.partner(door.tokenOf()).token());
    return MessageAnswer.of(scene, this, answer);
  }
}
