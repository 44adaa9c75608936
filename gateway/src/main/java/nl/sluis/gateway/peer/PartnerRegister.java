package nl.sluis.gateway.peer;

import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.gateway.message.SenderKeys;
import nl.sluis.policies.terms.Oin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The partners that Sluis knows: from one file each in a folder of this gateway, and from what all
/// gateways know together, which wins.
///
/// Thread-safe: readers see a complete register, and one reload runs at a time. A bad file leaves
/// what was known of that partner; a removed file removes the partner, unless it was admitted.
public final class PartnerRegister implements SenderKeys, Standing.Of {
  private static final Logger LOG = LoggerFactory.getLogger(PartnerRegister.class);
  private static final String SUFFIX = ".json";

  /// What is wrong with one file.
  ///
  /// @param file its name
  /// @param problem what is wrong
  public record Fault(String file, String problem) {}

  private final Path folder;
  private final InstantSource clock;
  private Map<Oin, Partner> inFiles = Map.of();
  private final Turns turns = new Turns();
  private volatile Map<Oin, Listed> listed = Map.of();
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
    inFiles = Map.copyOf(next);
    join();
    return faults;
  }

  /// Takes over what all gateways know together; nothing of what was taken over before stays.
  public void take(Map<Oin, Listed> known) {
    var _ = take(turns.begin(), known);
  }

  /// Somebody begins to read what all gateways know together; MUST come before what is read.
  public long beginReading() {
    return turns.begin();
  }

  /// The same, unless somebody who began later took over already.
  ///
  /// @param turn of [#beginReading]
  /// @return whether it was taken over
  public synchronized boolean take(long turn, Map<Oin, Listed> known) {
    if (!turns.isNewest(turn)) {
      return false;
    }
    listed = Map.copyOf(known);
    join();
    return true;
  }

  private void join() {
    var next = new HashMap<>(inFiles);
    listed.forEach(
        (oin, one) ->
            known(oin, one).ifPresentOrElse(p -> next.put(oin, p), () -> next.remove(oin)));
    partners = Map.copyOf(next);
  }

  /// What this release cannot read takes nobody else away.
  private Optional<Partner> known(Oin oin, Listed one) {
    try {
      return one.partner(Optional.ofNullable(inFiles.get(oin)));
    } catch (IllegalArgumentException e) {
      LOG.error("what was admitted of `{}` cannot be read: {}", oin, e.getMessage());
      return Optional.ofNullable(partners.get(oin));
    }
  }

  private void keepKnown(String fileName, Map<Oin, Partner> next) {
    var oin = fileName.substring(0, fileName.length() - SUFFIX.length());
    if (Oin.isOin(oin)) {
      var known = inFiles.get(new Oin(oin));
      if (known != null) {
        next.put(known.oin(), known);
      }
    }
  }

  /// The partner with this number; empty when Sluis does not know it.
  public Optional<Partner> partner(Oin oin) {
    return Optional.ofNullable(partners.get(oin));
  }

  @Override
  public Standing standing(Oin oin) {
    var known = listed.get(oin);
    if (known != null && known.standing() == Standing.GESCHORST) {
      return Standing.GESCHORST;
    }
    return partners.containsKey(oin) ? Standing.TOEGELATEN : Standing.VERWIJDERD;
  }

  /// May anything be sent to this organisation now? It was admitted; or it is shut out, and reports
  /// of acute danger, which go on, are brought to it.
  public boolean isReached(Oin oin) {
    var known = partners.get(oin);
    return known != null
        && (standing(oin) == Standing.TOEGELATEN || known.pushEndpoint().isPresent());
  }

  /// Was this organisation removed, and not only never seen here?
  public boolean isRemoved(Oin oin) {
    var known = listed.get(oin);
    return known != null && known.standing() == Standing.VERWIJDERD;
  }

  @Override
  public Instant lastWithdrawal(Oin oin) {
    var known = listed.get(oin);
    return known == null ? Instant.MIN : known.lastWithdrawal();
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

  /// Did this partner announce this key itself, beside those with which it was admitted?
  public boolean isAnnounced(Oin oin, String kid) {
    var known = listed.get(oin);
    return known != null && known.added().stream().anyMatch(key -> key.getKeyID().equals(kid));
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
