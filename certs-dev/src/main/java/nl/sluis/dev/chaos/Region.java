package nl.sluis.dev.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import nl.sluis.dev.chaos.Clocked.Way;
import nl.sluis.dev.partner.DevConvenant;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.ParcelDoor;
import nl.sluis.dev.rig.GatewayProcess;
import nl.sluis.dev.rig.Rig;
import nl.sluis.policies.terms.Oin;

/// Everybody who takes part: two CJG's, six schools of which each does something wrong and two that
/// never do, and children about whom they write. One thread makes and closes it.
final class Region implements AutoCloseable {
  private static final int CONNECTIONS = 16;
  private static final int AT_ONCE = 8;
  private static final Oin CJG_KENNEMERLAND = new Oin("00000099000000101000");
  private static final Oin CJG_IJMOND = new Oin("00000099000000102000");

  /// A school in the play.
  ///
  /// @param cjg who writes to it
  private record Part(Oin cjg, String oin, Way way, Fault fault) {}

  private static final List<Part> PARTS =
      List.of(
          new Part(CJG_IJMOND, "00000099000000211000", Way.BROUGHT, Fault.NONE),
          new Part(CJG_IJMOND, "00000099000000212000", Way.FETCHED, Fault.NONE),
          new Part(CJG_KENNEMERLAND, "00000099000000201000", Way.BROUGHT, Fault.AWAY),
          new Part(CJG_KENNEMERLAND, "00000099000000202000", Way.BROUGHT, Fault.SLOW),
          new Part(CJG_KENNEMERLAND, "00000099000000203000", Way.BROUGHT, Fault.WRONG_CERTIFICATE),
          new Part(CJG_KENNEMERLAND, "00000099000000204000", Way.BROUGHT, Fault.HUGE),
          new Part(CJG_KENNEMERLAND, "00000099000000206000", Way.BROUGHT, Fault.TWICE),
          new Part(CJG_KENNEMERLAND, "00000099000000207000", Way.FETCHED, Fault.TWICE));

  private final Rig rig;
  private final Ledger ledger = new Ledger();
  private final Clocked clocked = new Clocked();
  private final Inbox inbox = new Inbox(ledger, clocked);
  private final Map<Oin, ParcelDoor> doors = new HashMap<>();
  private final List<Sender> senders = new ArrayList<>();
  private final List<School> schools = new ArrayList<>();
  private final List<Pair> pairs = new ArrayList<>();

  private Region(Rig rig) {
    this.rig = rig;
  }

  /// Registers everybody and opens every door, so that a gateway that starts later knows them.
  static Region in(Rig rig) {
    var region = new Region(rig);
    PARTS.forEach(
        part -> {
          var _ = region.identity(part.cjg());
          var _ = region.identity(new Oin(part.oin()));
        });
    PARTS.stream()
        .filter(part -> part.way() == Way.BROUGHT)
        .map(part -> new Oin(part.oin()))
        .forEach(oin -> region.doors.put(oin, ParcelDoor.open(rig.site(), oin)));
    return region;
  }

  private DevSite.Identity identity(Oin oin) {
    var name =
        DevConvenant.all().stream()
            .flatMap(convenant -> convenant.parties().values().stream())
            .filter(party -> party.oin().equals(oin))
            .findFirst()
            .orElseThrow()
            .name();
    return rig.site().identity(oin, name, true);
  }

  /// Connects everybody, and puts families and their consents on record.
  ///
  /// @param children how many for each school
  void connect(List<GatewayProcess> gateways, int children) {
    for (var cjg : List.of(CJG_KENNEMERLAND, CJG_IJMOND)) {
      var link = new Link(rig, identity(cjg), gateways, CONNECTIONS);
      senders.add(new Sender(link, new Feedback(rig, identity(cjg)), inbox, clocked));
    }
    PARTS.forEach(part -> schools.add(school(part, gateways)));
    for (int i = 0; i < PARTS.size() * children; i++) {
      int which = i % PARTS.size();
      var sender = senders.get(PARTS.get(which).cjg().equals(CJG_IJMOND) ? 1 : 0);
      pairs.add(new Pair(sender, schools.get(which)));
    }
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (int i = 0; i < pairs.size(); i++) {
        int number = i;
        threads.execute(
            () -> ledger.watch(() -> pairs.get(number).settle("kind-" + number, ledger)));
      }
    }
    if (!ledger.surprises().isEmpty()) {
      throw new IllegalStateException("families were not registered: " + ledger.surprises());
    }
  }

  private School school(Part part, List<GatewayProcess> gateways) {
    var oin = new Oin(part.oin());
    var link = new Link(rig, identity(oin), gateways, CONNECTIONS);
    var door = doors.get(oin);
    return door == null
        ? new Fetching(link, part.fault(), inbox)
        : new Receiving(link, door, part.fault(), part.cjg(), inbox);
  }

  /// What everybody knows.
  Ledger ledger() {
    return ledger;
  }

  /// How long messages were on their way.
  Clocked clocked() {
    return clocked;
  }

  List<Sender> senders() {
    return List.copyOf(senders);
  }

  List<School> schools() {
    return List.copyOf(schools);
  }

  List<Pair> pairs() {
    return List.copyOf(pairs);
  }

  /// The children about whom is written to schools that do nothing wrong.
  List<Pair> compared() {
    return pairs.stream().filter(pair -> pair.school().fault() == Fault.NONE).toList();
  }

  @Override
  public void close() {
    schools.forEach(School::close);
    senders.forEach(Sender::close);
    doors.values().forEach(ParcelDoor::close);
  }
}
