package nl.sluis.gateway.boot.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.gateway.diagnose.Diagnose;
import nl.sluis.gateway.diagnose.Judges;
import nl.sluis.gateway.diagnose.Probe;
import nl.sluis.gateway.edge.ServerIdentity;
import nl.sluis.gateway.peer.PeerCheck;
import nl.sluis.policies.terms.Oin;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// The same from the side of a partner: its own files, the way to Sluis, and what Sluis sees of it.
///
/// Reads of `partner.yaml` only what it needs: `oin`, `sleutelmap` with `tls.crt.pem` and
/// `tls.key.pem`, and `sluis` with `adres` and `vertrouwen`. Of `werkplek.yaml` the same for every
/// organisation that is named there, by whoever holds its certificate, and what its own door shows
/// to browsers. One thread.
final class PartnerSide {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration SKEW = Duration.ofSeconds(60);
  private static final String SLUIS = "Sluis";

  private final InstantSource clock;
  private final List<Finding> findings = new ArrayList<>();

  PartnerSide(InstantSource clock) {
    this.clock = clock;
  }

  /// What is needed of the file.
  ///
  /// @param door what a desk shows to browsers; empty for who has none
  /// @param lines one for each holder of a certificate
  private record Needed(Optional<Door> door, List<Line> lines) {}

  private record Door(Path chain, Path key) {}

  private record Line(String oin, Path chain, Path key, URI address, Path trusted) {}

  /// @throws IllegalArgumentException naming what is wrong in the file
  List<Finding> look(Path file) throws IOException {
    var read = read(file);
    var papers = new Papers(clock.instant());
    read.door()
        .map(door -> papers.identity("deur voor browsers", door.chain(), door.key()))
        .ifPresent(findings::addAll);
    for (var line : read.lines()) {
      look(read.lines().size() == 1 ? "" : " voor " + line.oin(), line);
    }
    return List.copyOf(findings);
  }

  /// @param whose said of each finding when there are more lines; empty for the only one
  private void look(String whose, Line line) throws IOException {
    var about = "uw certificaat" + whose;
    var there = SLUIS + whose;
    int before = findings.size();
    var papers = new Papers(clock.instant());
    findings.addAll(papers.identity(about, line.chain(), line.key()));
    if (findings.stream().skip(before).anyMatch(Finding::isFault)) {
      return;
    }
    own(about, papers.chain(about, line.chain(), findings), line);
    Probe.Judge judge;
    try {
      judge = Judges.authorities(line.trusted());
    } catch (IllegalArgumentException _) {
      var unread = new Diagnose.OfFile(line.trusted().toString(), "bevat geen uitgevers in PEM");
      findings.add(Finding.wrong(there, unread));
      return;
    }
    var shown = ServerIdentity.read(line.chain(), line.key(), clock.instant());
    var path = "/v1/verbinding?tijd=" + clock.instant();
    answered(there, Probe.call(line.address(), Optional.of(shown), judge, true, path));
  }

  private void own(String about, List<X509Certificate> chain, Line line) {
    var named = PeerCheck.named(chain.getFirst());
    if (Oin.isOin(line.oin()) && !named.equals(Optional.of(new Oin(line.oin())))) {
      var other = new Diagnose.OtherOrganisation(new Oin(line.oin()), named);
      findings.add(Finding.wrong(about, other));
    }
  }

  private void answered(String there, Probe.Seen seen) throws IOException {
    if (seen.wrong().isPresent()) {
      findings.add(Finding.wrong(there, seen.wrong().get()));
      return;
    }
    findings.add(Finding.good(there, seen.protocol() + ", " + seen.suite()));
    if (seen.status() != 200) {
      findings.add(
          Finding.wrong(
              there,
              new Diagnose.OfService(
                  "/v1/verbinding",
                  "antwoordde met status " + seen.status(),
                  "Controleer of dit het adres van de poort voor systemen is.",
                  false)));
      return;
    }
    var body = JSON.readTree(seen.body());
    clock(seen.date().orElse(Instant.parse(body.path("gezienOp").asText())));
    findings.add(
        Finding.good(
            "wat Sluis van u ziet",
            "OIN %s, %s, token %s"
                .formatted(
                    body.path("oin").asText("geen"),
                    body.path("partner").asBoolean() ? "partner" : "geen partner",
                    body.path("token").asText())));
    for (var each : body.path("bevindingen")) {
      findings.add(Finding.wrong("volgens Sluis", told(each)));
    }
    if (!body.path("partner").asBoolean()) {
      findings.add(
          Finding.wrong(
              "volgens Sluis",
              new Diagnose.Told(
                  "partner-onbekend",
                  "De organisatie van het certificaat is daar niet als partner bekend.",
                  "Vraag de beheerder van Sluis of uw aanmelding is afgerond.")));
    }
  }

  private static Diagnose told(JsonNode finding) {
    return new Diagnose.Told(
        finding.path("code").asText(),
        finding.path("uitleg").asText(),
        finding.path("watNu").asText());
  }

  private void clock(Instant date) {
    var ahead = Duration.between(clock.instant(), date);
    findings.add(
        ahead.abs().compareTo(SKEW) > 0
            ? Finding.wrong("klok", new Diagnose.ClockOff(SLUIS, ahead))
            : Finding.good("klok", "gelijk met Sluis"));
  }

  private static Needed read(Path file) throws IOException {
    Object root;
    try {
      var load = new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build());
      root = load.loadFromString(Files.readString(file));
    } catch (YamlEngineException e) {
      throw new IllegalArgumentException("`" + file.getFileName() + "` is geen geldige YAML", e);
    }
    var parent = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
    var sluis = root instanceof Map<?, ?> top ? top.get("sluis") : null;
    var address = address(needed(sluis, "adres"));
    var trusted = parent.resolve(needed(sluis, "vertrouwen"));
    var lines = new LinkedHashMap<String, Line>();
    for (var each : organisations(root)) {
      var keys = parent.resolve(text(each, "sleutelmap").orElse("."));
      var oin = text(each, "houder").orElseGet(() -> needed(each, "oin"));
      var chain = keys.resolve("tls.crt.pem");
      lines.putIfAbsent(oin, new Line(oin, chain, keys.resolve("tls.key.pem"), address, trusted));
    }
    return new Needed(door(root, parent), List.copyOf(lines.values()));
  }

  private static Optional<Door> door(@Nullable Object root, Path parent) {
    return root instanceof Map<?, ?> top && top.get("luister") instanceof Map<?, ?> door
        ? Optional.of(
            new Door(
                parent.resolve(needed(door, "certificaat")),
                parent.resolve(needed(door, "sleutel"))))
        : Optional.empty();
  }

  private static List<?> organisations(@Nullable Object root) {
    if (!(root instanceof Map<?, ?> top)) {
      return List.of(Map.of());
    }
    return top.get("organisaties") instanceof List<?> many ? many : List.of(top);
  }

  private static URI address(String text) {
    try {
      var address = URI.create(text);
      if ("https".equals(address.getScheme()) && address.getHost() != null) {
        return address;
      }
    } catch (IllegalArgumentException _) {
      // Said below.
    }
    throw new IllegalArgumentException("`adres` is geen adres als https://sluis.example:8443");
  }

  private static String needed(@Nullable Object block, String key) {
    return text(block, key)
        .orElseThrow(
            () -> new IllegalArgumentException("`" + key + "` ontbreekt of is geen tekst"));
  }

  private static Optional<String> text(@Nullable Object block, String key) {
    return block instanceof Map<?, ?> map && map.get(key) instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }
}
