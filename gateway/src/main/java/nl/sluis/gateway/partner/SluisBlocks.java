package nl.sluis.gateway.partner;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nl.sluis.gateway.client.TrustPolicy;
import nl.sluis.gateway.logbook.LogKey;
import nl.sluis.policies.terms.Oin;

/// Reads from settings what every connected system must know of Sluis. Says what is wrong in the
/// block; what it then gives stands for nothing. One thread.
///
/// @param folder from which paths are seen
public record SluisBlocks(Path folder) {
  private static final Oin NOBODY = new Oin("0".repeat(20));

  /// The block `sluis`: where it is, and how it is recognised.
  public PartnerSettings.Sluis sluis(Block top) {
    var sluis = top.block("sluis");
    return new PartnerSettings.Sluis(
        https(sluis, "adres"),
        oin(sluis, "oin"),
        sluis.text("uitgever"),
        folder.resolve(sluis.text("vertrouwen")));
  }

  /// The block `logboek`: by which key it is believed, and which witnesses must have signed.
  public Optional<PartnerSettings.Log> log(Block top) {
    var log = top.block("logboek");
    var pages = https(log, "adres");
    var key = key(log);
    var policy = policy(log);
    return key.map(known -> new PartnerSettings.Log(pages, known, policy));
  }

  /// The number of an organisation at this name.
  public Oin oin(Block block, String key) {
    var text = block.text(key);
    if (Oin.isOin(text)) {
      return new Oin(text);
    }
    block.fault(key, "is geen OIN van twintig tekens; zet er aanhalingstekens om");
    return NOBODY;
  }

  /// An address over TLS at this name.
  public URI https(Block block, String key) {
    var text = block.text(key);
    try {
      var uri = URI.create(text);
      if ("https".equals(uri.getScheme()) && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException _) {
      // Said below.
    }
    block.fault(key, "is geen adres als https://sluis.example:8443");
    return URI.create("https://invalid");
  }

  private Optional<LogKey> key(Block log) {
    var text = log.text("sleutel");
    try {
      return Optional.of(
          LogKey.parse(text.contains("+") ? text : Files.readString(folder.resolve(text))));
    } catch (IllegalArgumentException | IOException _) {
      log.fault("sleutel", "is geen `naam+aanwijzer+base64`, en geen bestand waarin dat staat");
      return Optional.empty();
    }
  }

  private Optional<TrustPolicy> policy(Block log) {
    var name = log.find("beleid");
    try {
      return name.isEmpty()
          ? Optional.empty()
          : Optional.of(TrustPolicy.parse(Files.readString(folder.resolve(name.get()))));
    } catch (IllegalArgumentException | IOException _) {
      log.fault("beleid", "is geen bestand met een beleid voor getuigen (C2SP tlog-policy)");
      return Optional.empty();
    }
  }
}
