package nl.sluis.gateway.convenant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.gateway.message.SenderKeys;
import nl.sluis.gateway.peer.JwsFault;
import nl.sluis.gateway.peer.PartnerRegister;
import nl.sluis.gateway.peer.SignedStatement;
import nl.sluis.policies.convenant.Signatures.Signature;

/// The signatures that somebody gathered in a folder: each statement in a file `*.jws`, and the
/// public keys of each signer in `<oin>.json`, as an operator keeps them of its partners.
///
/// What is not genuine is no signature. Immutable.
///
/// @param signatures those that are genuine; a file does not say when it was signed
/// @param faults the files that hold none, each with a Dutch sentence
public record SignatureFiles(List<Signature> signatures, List<String> faults) {
  private static final String SUFFIX = ".jws";

  /// Copies its parts.
  public SignatureFiles {
    signatures = List.copyOf(signatures);
    faults = List.copyOf(faults);
  }

  /// Reads a folder.
  ///
  /// @param clock what time it is, for keys have terms
  public static SignatureFiles read(Path folder, InstantSource clock) throws IOException {
    var keys = new PartnerRegister(folder, clock);
    var faults = new ArrayList<String>();
    for (var fault : keys.reload()) {
      faults.add(
          folder.resolve(fault.file())
              + ": Dit is geen bestand met de sleutels van een partij. Vraag het de partij"
              + " opnieuw.");
    }
    var signatures = new ArrayList<Signature>();
    try (var files = Files.list(folder)) {
      for (var file : files.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList()) {
        try {
          signatures.add(signature(Files.readString(file).strip(), keys));
        } catch (JwsFault e) {
          faults.add(
              file
                  + ": Dit is geen handtekening onder een convenant, of zij is niet gezet met een"
                  + " sleutel die in deze map staat. Vraag de partij om haar verklaring en haar"
                  + " sleutels.");
        }
      }
    }
    return new SignatureFiles(signatures, faults);
  }

  private static Signature signature(String jws, SenderKeys keys) throws JwsFault {
    var statement = SignedStatement.verify(jws, SignatureDesk.TYP, SignatureDesk.CLAIMS, keys);
    return new Signature(statement.text("digest"), statement.signer(), Instant.EPOCH);
  }
}
