package nl.sluis.dev.wissel;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import nl.sluis.dev.partner.ParcelDoor;
import nl.sluis.dev.rig.Load;
import nl.sluis.dev.rig.Signals;
import nl.sluis.gateway.keys.KeyUse;

/// `./sluis proef wissel`: every key and certificate that the product has is replaced while traffic
/// runs both ways (fetched and brought) over two gateways that nobody starts anew.
///
/// Of each it is shown that the new one is really used and that the old one is refused after its
/// end; no request may fail. Where a key must be known for a day before it signs, the clock jumps
/// to just before that moment while the traffic stands still; the moment itself passes under
/// traffic.
public final class Wissel {
  private static final String SOMEBODY = "999999990";
  private static final Duration JUST_BEFORE = Duration.ofSeconds(5);
  private static final Duration DAY = Duration.ofDays(1);

  private final Stage stage;
  private final PrintStream out;
  private final Tally tally = new Tally();
  private final List<String> faults = new ArrayList<>();
  private final long began = System.nanoTime();
  private int turns;
  private int jumps;

  private Wissel(Stage stage, PrintStream out) {
    this.stage = stage;
    this.out = out;
  }

  /// Runs it.
  ///
  /// @param seed of the order in which the children come
  /// @return 0 when everything was replaced and no request failed, 1 when not
  public static int run(long seed, PrintStream out) {
    out.printf("twee gateways, verkeer beide kanten op, zaad %d%n", seed);
    try (var stage = new Stage()) {
      return new Wissel(stage, out).run(new SplittableRandom(seed));
    }
  }

  private int run(SplittableRandom seed) {
    var signals = new Signals(stage.rig());
    var oin = signals.school().partner().oin();
    stage.site().login().people().add("Iemand", SOMEBODY);
    try (var door = ParcelDoor.open(stage.site(), oin)) {
      stage.start();
      var ports = stage.partnerPorts();
      try (var school = new PartnerSystem(stage.rig(), signals.school(), ports);
          var cjg = new PartnerSystem(stage.rig(), signals.cjg(), ports)) {
        var feedback = new Feedback(cjg.identity().partner().oin(), oin);
        var partners = new PartnerTurns(stage, signals, school, cjg);
        partners.publish();
        register(signals, feedback, school, cjg);
        try (var traffic = new BothWays(stage, signals, feedback, school, cjg, tally, seed)) {
          traffic.start();
          play(traffic, door, partners, signals, school, cjg);
          arrived(traffic, door);
        }
      }
      return judge();
    }
  }

  private void register(
      Signals signals, Feedback feedback, PartnerSystem school, PartnerSystem cjg) {
    var done =
        Load.run(
            2 * BothWays.CHILDREN,
            8,
            i -> {
              var ours = i < BothWays.CHILDREN;
              var child = (ours ? "kind-" : "thuis-") + i % BothWays.CHILDREN;
              var at = ours ? school.at(0) : cjg.at(0);
              var family = ours ? signals.family(child) : feedback.family(child, stage.now());
              var consent = ours ? signals.consent(child) : feedback.consent(child, stage.now());
              return at.file("/v1/gezinsfeiten", family)
                  .thenCompose(_ -> at.file("/v1/toestemmingen", consent))
                  .thenApply(seen -> seen.status());
            });
    Stage.require(
        "elk gezin staat vast: " + done.outcomes(),
        done.outcomes().getOrDefault(201, 0) == 2 * BothWays.CHILDREN);
  }

  private void play(
      BothWays traffic,
      ParcelDoor door,
      PartnerTurns partners,
      Signals signals,
      PartnerSystem school,
      PartnerSystem cjg) {
    var certificates = new CertificateTurns(stage, school, door);
    var keys = new KeyTurns(stage, signals, school, cjg, traffic, SOMEBODY);
    var login = new LoginTurns(stage, keys, SOMEBODY);
    turn("ondertekensleutel van een partner", partners::signing);
    turn("encryptiesleutel van een partner", partners::sealing);
    turn("certificaat van een partner, en een intrekkingslijst", certificates::partner);
    turn("certificaat waar een partner zich laat brengen", certificates::receiver);
    turn("certificaat van de deuren", certificates::server);
    turn("certificaat waarmee Sluis brengt", certificates::caller);
    turn("uitgevers die tellen", certificates::anchors);
    turn("hoofdsleutel", keys::wrapping);
    turn("logboeksleutel", keys::logbook);
    turn("token, binding, mededeling, bewijs, aanmelding: bekend", keys::announce);
    var tokens = keys.published().since(KeyUse.TOKEN);
    var day = keys.published().since(KeyUse.BINDING);
    jump(traffic, door, tokens.minus(JUST_BEFORE), school, cjg);
    turn("token: in gebruik", keys::tokens);
    turn("sleutel van de aanmelddienst (OpenID Connect)", login::provider);
    turn("sleutels van de aanmelddienst in een bestand", login::file);
    jump(traffic, door, day.minus(JUST_BEFORE), school, cjg);
    turn("binding, mededeling, bewijs, aanmelding: in gebruik", keys::day);
    jump(traffic, door, keys.published().daySince().plus(DAY).plusSeconds(60), school, cjg);
    turn("ondertekensleutel van een partner: voorbij", partners::signingIsOver);
    turn("encryptiesleutel van een partner: voorbij", partners::sealingIsOver);
    turn("vorige sleutels van Sluis: voorbij", keys::end);
    jump(traffic, door, stage.now().plus(KeyUse.BINDING.rest()).plusSeconds(60), school, cjg);
    turn("vorige sleutels van Sluis: vernietigd", keys::destroy);
  }

  private void turn(String what, Supplier<String> taken) {
    long good = tally.good();
    var wrong = tally.wrong();
    String said;
    try {
      said = taken.get();
      turns++;
    } catch (RuntimeException e) {
      said = "FOUT: " + e.getMessage();
      faults.add(what + ": " + e.getMessage());
    }
    var now = tally.wrong();
    now.replaceAll((word, count) -> count - wrong.getOrDefault(word, 0L));
    now.values().removeIf(count -> count == 0);
    out.printf(
        Locale.ROOT,
        "%5.1f s  %s: %s; %d verzoeken goed%s%n",
        (System.nanoTime() - began) / 1e9,
        what,
        said,
        tally.good() - good,
        now.isEmpty() ? "" : ", MISLUKT " + now);
  }

  /// The clock jumps while nothing is under way; partners ask for new tokens, for no token lives
  /// that long.
  private void jump(
      BothWays traffic, ParcelDoor door, Instant to, PartnerSystem school, PartnerSystem cjg) {
    traffic.halts();
    try {
      Stage.until("alles gebracht", () -> missing(traffic, door) == 0);
      stage.jumpsTo(to);
      school.renewTokens();
      cjg.renewTokens();
      jumps++;
    } catch (RuntimeException e) {
      faults.add("de klok sprong niet: " + e.getMessage());
    } finally {
      traffic.goesOn();
    }
  }

  private static long missing(BothWays traffic, ParcelDoor door) {
    var came = new HashSet<>(door.parcels());
    return traffic.sent().stream().filter(parcel -> !came.contains(parcel)).count();
  }

  private void arrived(BothWays traffic, ParcelDoor door) {
    traffic.close();
    try {
      Stage.until("elk pakket gebracht", () -> missing(traffic, door) == 0);
    } catch (IllegalStateException _) {
      faults.add(missing(traffic, door) + " pakketten zijn aangenomen en nooit gebracht");
    }
    out.printf("%d pakketten gebracht%n", traffic.sent().size());
  }

  private int judge() {
    var report = stage.rig().checkLogbook();
    out.print(report.text());
    report.findings().forEach(finding -> faults.add("logboek: " + finding.text()));
    tally.wrong().forEach((word, count) -> faults.add(count + " keer: " + word));
    out.printf(
        "%d beurten, %d keer een sprong van de klok (het verkeer stond dan stil), %d verzoeken"
            + " goed, %d mislukt%n",
        turns,
        jumps,
        tally.good(),
        tally.wrong().values().stream().mapToLong(Long::longValue).sum());
    faults.forEach(fault -> out.println("FOUT: " + fault));
    if (!faults.isEmpty()) {
      out.println(stage.told());
    }
    out.println(
        faults.isEmpty()
            ? "Alles is vervangen, niets herstart, geen verzoek mislukt."
            : "Niet in orde.");
    return faults.isEmpty() ? 0 : 1;
  }
}
