package nl.sluis.dev.wissel;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.rig.KeyStatement;
import nl.sluis.dev.rig.Signals;
import nl.sluis.gateway.aansluiting.PartnerFiles;
import nl.sluis.gateway.boot.RenewCommand;

/// The turns of a partner's own keys: the one it signs with, and the one others seal for. Used by
/// one thread.
final class PartnerTurns {
  private static final Duration DAY = Duration.ofDays(1);

  private final Stage stage;
  private final Signals signals;
  private final PartnerSystem school;
  private final PartnerSystem cjg;
  private final ECKey firstSigning;
  private final ECKey firstSealing;

  PartnerTurns(Stage stage, Signals signals, PartnerSystem school, PartnerSystem cjg) {
    this.stage = stage;
    this.signals = signals;
    this.school = school;
    this.cjg = cjg;
    this.firstSigning = school.identity().signing();
    this.firstSealing = cjg.identity().encryption();
  }

  /// The CJG says for which key others seal, for a day.
  void publish() {
    vouch(cjg.identity());
  }

  /// The school announces a next key, and signs with it once both gateways know it.
  String signing() {
    var next = announced();
    var turned = school.signingWith(next);
    Stage.until("beide gateways kennen de nieuwe", () -> school.isLetIn(turned));
    school.become(turned);
    Stage.require("de vorige telt ernaast", school.isLetIn(school.signingWith(firstSigning)));
    return "berichten en tokens met de nieuwe; de vorige telt nog een dag";
  }

  private ECKey announced() {
    var oin = school.identity().partner().oin();
    var folder = stage.site().ownFolder().resolve(oin.value());
    var told = new ByteArrayOutputStream();
    var print = new PrintStream(told, true, StandardCharsets.UTF_8);
    var options = List.of("--oin=" + oin, "--map=" + folder, "--dagen=1");
    int code = new RenewCommand(print, print, stage.site().clock()).run(options);
    Stage.require(told.toString(StandardCharsets.UTF_8), code == 0);
    try {
      var text = Files.readString(folder.resolve(PartnerFiles.ANNOUNCEMENT)).strip();
      var seen = school.at(0).post("/v1/ondertekensleutels", "application/jwt", bytes(text)).join();
      Stage.require("de nieuwe is aangenomen: " + seen.status(), seen.status() == 201);
      return ECKey.parse(Files.readString(folder.resolve(PartnerFiles.NEXT)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException e) {
      throw new IllegalStateException("our own key is a JWK", e);
    }
  }

  /// The overlap is over, and the new key worked.
  String signingIsOver() {
    var old = school.signingWith(firstSigning);
    Stage.until("de vorige wordt geweigerd", () -> school.isKeptOut(old));
    return "na de overlap geen token meer met de vorige, op geen van beide gateways";
  }

  /// The CJG says at one gateway that others seal for another key; senders do so at once, also at
  /// the other gateway.
  String sealing() {
    var next = cjg.openingWith(newSealing());
    vouch(next);
    cjg.become(next);
    return "wie het bij de ene gateway leest, verzegelt er meteen voor bij de andere";
  }

  /// The day is over for which the first key counted.
  String sealingIsOver() {
    var message = signals.message("kind-0", school.messages(), firstSealing).text();
    for (int gateway = 0; gateway < 2; gateway++) {
      var seen = school.at(gateway).send(bytes(message)).join();
      Stage.require(
          "verzegeld voor de vorige kreeg " + seen.status(),
          seen.body().contains("verzegeling-sleutel-onbekend"));
    }
    return "wat voor de vorige is verzegeld, wordt op beide gateways geweigerd";
  }

  private static ECKey newSealing() {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .keyID("enc-" + UUID.randomUUID())
          .keyUse(KeyUse.ENCRYPTION)
          .algorithm(JWEAlgorithm.ECDH_ES_A256KW)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("P-256 is part of every JDK", e);
    }
  }

  private void vouch(DevSite.Identity owner) {
    var now = stage.now();
    var first = owner.encryption().equals(firstSealing);
    var statement =
        KeyStatement.of(
            owner, now.minus(Duration.ofMinutes(1)), now.plus(first ? DAY : DAY.multipliedBy(90)));
    var seen = cjg.at(0).post("/v1/encryptiesleutels", "application/jwt", statement).join();
    Stage.require("de sleutel staat in de gids: " + seen.status(), seen.status() == 201);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
