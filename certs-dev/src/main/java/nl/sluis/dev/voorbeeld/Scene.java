package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.JWK;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.ParcelDoor;
import nl.sluis.dev.partner.SimulatedPartner;
import nl.sluis.dev.partner.SimulatedPerson;
import nl.sluis.dev.rig.ReportDoor;
import nl.sluis.gateway.message.SenderKeys;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.terms.DataCategory;

/// Where a scenario plays: the gateway, the partners, and what the steps so far brought.
///
/// Used by one thread.
final class Scene implements AutoCloseable {
  private final DevGateway gateway;
  private final Convenant convenant;
  private final Map<String, SimulatedPartner> partners;
  private final Map<String, Family> families;
  private final String run;
  private final Map<String, Observed> seen = new HashMap<>();
  private final Map<String, Sent> sent = new HashMap<>();
  private final Map<String, Registered> registered = new HashMap<>();
  private final Map<String, String> linkCodes = new HashMap<>();
  private final Map<String, String> numbers = new HashMap<>();
  private final Map<String, String> proposals = new HashMap<>();
  private final Map<String, String> letters = new HashMap<>();
  private final Map<String, Map<String, Set<DataCategory>>> received = new TreeMap<>();
  private final Map<String, ReportDoor> doors = new HashMap<>();
  private final Map<String, ParcelDoor> parcelDoors = new HashMap<>();
  private final Set<String> heard = new TreeSet<>();
  private final SceneDesks desks = new SceneDesks(this);
  private String label = "";
  private int rowsSeen;
  private String supplier = "";
  private long rowsBefore;
  private long rowsAtStep;

  /// @param gateway the gateway under test
  /// @param convenant the version in force
  /// @param partners by short name
  /// @param families by the short name of the child
  /// @param run a text that keeps references of this run apart from those of others
  Scene(
      DevGateway gateway,
      Convenant convenant,
      Map<String, SimulatedPartner> partners,
      Map<String, Family> families,
      String run) {
    this.gateway = gateway;
    this.convenant = convenant;
    this.partners = new LinkedHashMap<>(partners);
    this.families = Map.copyOf(families);
    this.run = run;
  }

  DevGateway gateway() {
    return gateway;
  }

  Convenant convenant() {
    return convenant;
  }

  Instant now() {
    return gateway.clock().instant();
  }

  /// The desks of organisations that have one in this story.
  SceneDesks desks() {
    return desks;
  }

  SimulatedPartner partner(String label) {
    return Optional.ofNullable(partners.get(label))
        .orElseThrow(() -> new IllegalStateException("no partner `" + label + "`"));
  }

  Map<String, SimulatedPartner> partners() {
    return partners;
  }

  Family family(String child) {
    return Optional.ofNullable(families.get(child))
        .orElseThrow(() -> new IllegalStateException("no family of `" + child + "`"));
  }

  /// From now on reports of acute danger are brought to the door of this party.
  void openDoor(String label) {
    var bindingKeys = gateway.doorway().bindingKeys();
    var door = new ReportDoor(gateway.site(), partner(label).oin(), bindingKeys, senderKeys());
    doors.put(label, door);
    gateway.reload();
  }

  /// @return how many reports were taken there
  int shutDoor(String label) {
    var door = doors.remove(label);
    if (door == null) {
      return 0;
    }
    door.close();
    gateway.site().unreachable(partner(label).oin());
    gateway.reload();
    return door.arrived().size();
  }

  /// The door to which parcels of this party are brought from now on.
  ParcelDoor parcelDoor(String label) {
    return parcelDoor(label, label);
  }

  /// The same, at who runs its system.
  ParcelDoor parcelDoor(String label, String server) {
    var known = parcelDoors.get(label);
    if (known != null) {
      return known;
    }
    var made = ParcelDoor.open(gateway.site(), partner(label).oin(), partner(server).oin());
    parcelDoors.put(label, made);
    gateway.reload();
    return made;
  }

  /// Shuts the doors that the story left open.
  @Override
  public void close() {
    desks.close();
    List.copyOf(doors.keySet()).forEach(this::shutDoor);
    parcelDoors.values().forEach(ParcelDoor::close);
    gateway.reload();
  }

  /// How this party points at this child: by the koppelcode it was given, or its own reference.
  ObjectNode reference(String child, String party, String kind) {
    var reference = JsonNodeFactory.instance.objectNode().put("soort", kind);
    return switch (kind) {
      case "bsn" -> reference.put("waarde", family(child).bsn());
      case "koppelcode" ->
          reference.put("waarde", linkCodes.getOrDefault(child + "/" + party, "onbekend"));
      default -> reference.put("waarde", child + "-" + party + "-" + run);
    };
  }

  void linked(String child, String party, String code) {
    linkCodes.put(child + "/" + party, code);
  }

  /// The party in its role, as bodies write it.
  ObjectNode as(PartyAs who) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("oin", partner(who.party()).oin().value())
        .put("rol", who.role());
  }

  /// From now on this supplier brings what parties ask; empty for the parties themselves.
  void bringVia(String party) {
    supplier = party;
  }

  /// Who stands at the door for this party: she herself, or the supplier of this step.
  SimulatedPartner caller(String party) {
    return partner(supplier.isEmpty() ? party : supplier);
  }

  /// Does a supplier bring what this step asks?
  boolean isVia() {
    return !supplier.isEmpty();
  }

  /// Sends JSON with the token of this party, or of the supplier that brings it.
  Observed post(String party, String path, ObjectNode body) {
    return Observed.answered(caller(party).postJson(path, body.toString()));
  }

  /// Asks with the token of this party, or of the supplier that brings it.
  Observed get(String party, String path) {
    return Observed.answered(caller(party).get(path));
  }

  /// Posts an empty object in this role.
  Observed postAs(PartyAs who, String path) {
    return Observed.answered(caller(who.party()).postJson(path + "?rol=" + who.role(), "{}"));
  }

  /// What was set up beforehand is done; rows of the logbook count from here.
  void startCounting() {
    rowsBefore = gateway.logbook().end();
  }

  /// Rows that a step adds count from here.
  void startCountingStep() {
    rowsAtStep = gateway.logbook().end();
  }

  /// The kinds of the rows since the first step, or since the step that is playing began.
  List<String> rows(boolean ofThisStep) {
    return gateway.logbook().kinds(ofThisStep ? rowsAtStep : rowsBefore);
  }

  /// Somebody around this child who logs in; in every step the same human being.
  SimulatedPerson person(String child, String person) {
    return gateway.person(number(child, person));
  }

  /// The number with which this person logs in.
  String number(String child, String person) {
    return numbers.computeIfAbsent(
        child + "/" + person, _ -> canLogIn(person + " van " + child, "", TestBsn.next()));
  }

  /// This person is one human being at all of these children, whom the sign-in service lists so.
  void introduce(String person, List<String> children, String name, String about) {
    var number = canLogIn(name, about, TestBsn.next());
    children.forEach(child -> numbers.put(child + "/" + person, number));
  }

  /// The sign-in service lists somebody who works at a desk.
  void employ(String name, String about) {
    gateway.site().login().people().employ(name, about, TestBsn.next());
  }

  private String canLogIn(String name, String about, String number) {
    gateway.site().login().people().add(name, about, number);
    return number;
  }

  void letter(String code) {
    letters.put(label, code);
    gateway.site().posted(label, code);
  }

  String letterOf(String step) {
    gateway.site().opened(step);
    return Optional.ofNullable(letters.get(step)).orElseThrow(() -> new MissingResult(step));
  }

  /// A step with this label begins.
  void begin(String newLabel) {
    label = newLabel;
  }

  /// The label of the step that is playing.
  String label() {
    return label;
  }

  void remember(Observed observed) {
    seen.put(label, observed);
    Heard.codesIn(observed.json(), heard);
  }

  /// Every code and reason that an answer held so far.
  Set<String> heard() {
    return heard;
  }

  boolean hasSeen(String label) {
    return seen.containsKey(label);
  }

  Observed seen(String label) {
    return Optional.ofNullable(seen.get(label)).orElseThrow(() -> new MissingResult(label));
  }

  void sent(String label, Sent message) {
    sent.put(label, message);
  }

  Sent sent(String label) {
    return Optional.ofNullable(sent.get(label)).orElseThrow(() -> new MissingResult(label));
  }

  void proposed(String label, String digest) {
    proposals.put(label, digest);
  }

  /// The digest of what the message of this step proposed.
  String proposal(String label) {
    return Optional.ofNullable(proposals.get(label)).orElseThrow(() -> new MissingResult(label));
  }

  void registered(String label, Registered what) {
    registered.put(label, what);
  }

  Registered registered(String label) {
    return Optional.ofNullable(registered.get(label)).orElseThrow(() -> new MissingResult(label));
  }

  void received(String party, String child, Set<DataCategory> categories) {
    received
        .computeIfAbsent(party, _ -> new TreeMap<>())
        .computeIfAbsent(child, _ -> EnumSet.noneOf(DataCategory.class))
        .addAll(categories);
  }

  /// What this party has opened about this child so far.
  Set<DataCategory> received(String party, String child) {
    return received.getOrDefault(party, Map.of()).getOrDefault(child, Set.of());
  }

  /// The kinds of the rows about people that were written since this was last asked.
  List<String> newRows() {
    var kinds = gateway.logbook().kindsAboutPeople();
    var since = kinds.subList(rowsSeen, kinds.size());
    rowsSeen = kinds.size();
    return since;
  }

  /// The public signing keys of every partner here.
  SenderKeys senderKeys() {
    return (signer, kid) ->
        partners.values().stream()
            .filter(partner -> partner.oin().equals(signer))
            .map(partner -> (JWK) partner.signingKey().toPublicJWK())
            .filter(key -> key.getKeyID().equals(kid))
            .findFirst();
  }

  /// A message as it went out.
  ///
  /// @param action the step that sent it
  /// @param bytes the message, as text
  /// @param jti its number
  record Sent(SendAction action, String bytes, String jti) {}

  /// Something that got an identifier when it was registered.
  ///
  /// @param id the identifier
  /// @param who who registered it
  /// @param child whom it is about; empty when it is about nobody
  record Registered(String id, PartyAs who, String child) {}
}
