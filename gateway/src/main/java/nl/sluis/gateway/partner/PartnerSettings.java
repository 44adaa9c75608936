package nl.sluis.gateway.partner;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.client.TrustPolicy;
import nl.sluis.gateway.logbook.LogKey;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

/// What a partner's client has to know: `partner.yaml`, in which an unknown name is a fault.
///
/// Paths are seen from the folder in which the file stands. Immutable; may be shared between
/// threads.
///
/// @param self who sends and receives, and in which role
/// @param acting who acts when a message names nobody; empty when each message must
/// @param keys the folder with the own keys and the certificate
/// @param mail the folder in which messages are kept
/// @param sluis where Sluis is, and how it is recognised
/// @param log the logbook, and by which key it is believed
/// @param convenanten the folder of the texts; empty for those of this release
public record PartnerSettings(
    PartyRole self,
    Optional<Acting> acting,
    Path keys,
    Path mail,
    Sluis sluis,
    Log log,
    Optional<Path> convenanten) {

  /// A professional by a pseudonym.
  public record Acting(String id, String function) {}

  /// @param address of the port for systems
  /// @param oin its number
  /// @param issuer what a client assertion is addressed to
  /// @param trusted the issuers of its certificate, PEM
  public record Sluis(URI address, Oin oin, String issuer, Path trusted) {}

  /// @param address of the public pages of the logbook
  /// @param key got by another way than Sluis
  /// @param policy which witnesses must have signed; empty for the log alone
  public record Log(URI address, LogKey key, Optional<TrustPolicy> policy) {}

  /// Reads the file.
  ///
  /// @throws Stopped naming everything that is wrong
  public static PartnerSettings read(Path file) throws Stopped {
    var faults = new ArrayList<String>();
    try {
      var folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
      var settings =
          new Reading(folder, faults).read(Block.ofSettings(Files.readString(file), faults));
      if (settings.isPresent()) {
        return settings.get();
      }
    } catch (IOException _) {
      faults.add("`" + file.getFileName() + "` kan niet worden gelezen");
    }
    throw new Stopped(
        Ending.NIET_BEGREPEN, "De instellingen kloppen niet:\n- " + String.join("\n- ", faults));
  }

  /// Reads block by block, so that everything that is wrong is said at once.
  private record Reading(Path folder, List<String> faults) {
    Optional<PartnerSettings> read(Block top) {
      var role = Role.of(top.text("rol"));
      if (role.isEmpty()) {
        top.fault("rol", "is geen rol van het convenant");
      }
      var blocks = new SluisBlocks(folder);
      var oin = blocks.oin(top, "oin");
      var acting = top.perhaps("handelend").map(b -> new Acting(b.text("id"), b.text("functie")));
      var keys = folder.resolve(top.find("sleutelmap").orElse("."));
      var mail = folder.resolve(top.find("postmap").orElse("post"));
      var address = blocks.sluis(top);
      var log = blocks.log(top);
      var texts = top.find("convenanten").map(folder::resolve);
      top.close();
      return faults.isEmpty()
          ? Optional.of(
              new PartnerSettings(
                  new PartyRole(oin, role.orElseThrow()),
                  acting,
                  keys,
                  mail,
                  address,
                  log.orElseThrow(),
                  texts))
          : Optional.empty();
    }
  }
}
