package nl.sluis.gateway.peer;

import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.gateway.message.SenderKeys;
import nl.sluis.policies.terms.Oin;

/// The partners that Sluis knows, from one file each in a folder.
///
/// Thread-safe: readers see a complete register, and one reload runs at a time. A bad file leaves
/// what was known of that partner; a removed file removes the partner.
public final class PartnerRegister implements SenderKeys {
  private static final String SUFFIX = ".json";

  /// What is wrong with one file.
  ///
  /// @param file its name
  /// @param problem what is wrong
  public record Fault(String file, String problem) {}

  private final Path folder;
  private final InstantSource clock;
  private volatile Map<Oin, Partner> partners = Map.of();

  /// @param folder holds `<oin>.json` per partner
  public PartnerRegister(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /// Reads all files again.
  ///
  /// @return the files that could not be taken over
  public synchronized List<Fault> reload() {
    var next = new HashMap<Oin, Partner>();
    var faults = new ArrayList<Fault>();
    try (var files = Files.list(folder)) {
      for (var file : files.filter(f -> f.toString().endsWith(SUFFIX)).toList()) {
        var name = file.getFileName().toString();
        try {
          var partner = PartnerFile.read(file);
          next.put(partner.oin(), partner);
        } catch (IllegalArgumentException e) {
          faults.add(new Fault(name, String.valueOf(e.getMessage())));
          keepKnown(name, next);
        }
      }
    } catch (IOException e) {
      return List.of(new Fault(folder.getFileName().toString(), "the folder cannot be read"));
    }
    partners = Map.copyOf(next);
    return faults;
  }

  private void keepKnown(String fileName, Map<Oin, Partner> next) {
    var oin = fileName.substring(0, fileName.length() - SUFFIX.length());
    if (Oin.isOin(oin)) {
      var known = partners.get(new Oin(oin));
      if (known != null) {
        next.put(known.oin(), known);
      }
    }
  }

  /// The partner with this number; empty when Sluis does not know it.
  public Optional<Partner> partner(Oin oin) {
    return Optional.ofNullable(partners.get(oin));
  }

  /// The partner as its own file says now; empty when there is none, or it cannot be used.
  public static Optional<Partner> inFile(Path folder, Oin oin) {
    var file = folder.resolve(oin.value() + SUFFIX);
    try {
      return Files.exists(file) ? Optional.of(PartnerFile.read(file)) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// Does some partner sign with this key, under whatever name?
  public boolean isSignedWith(JWK key) {
    return partners.values().stream()
        .flatMap(partner -> partner.keys().values().stream())
        .anyMatch(k -> k.getRequiredParams().equals(key.getRequiredParams()));
  }

  /// All partners.
  public List<Partner> all() {
    return List.copyOf(partners.values());
  }

  @Override
  public Optional<JWK> key(Oin signer, String kid) {
    return partner(signer).flatMap(p -> p.key(kid, clock.instant()));
  }
}
