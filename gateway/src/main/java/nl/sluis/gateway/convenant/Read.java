package nl.sluis.gateway.convenant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.ConvenantFault;
import nl.sluis.policies.convenant.ConvenantFiles;
import nl.sluis.policies.convenant.ConvenantReader;

/// What reading every version came to.
///
/// @param whole the versions that are whole, by the folder they stand in
/// @param broken those that are not
record Read(Map<String, Convenant> whole, List<Broken> broken) {
  /// A version that is not whole.
  ///
  /// @param folder where it stands
  /// @param digest of its files, to know it by
  /// @param faults every fault, each with file, line and a Dutch sentence
  record Broken(String folder, String digest, List<String> faults) {
    Broken {
      faults = List.copyOf(faults);
    }

    /// The folder of the convenant, such as `ijmond`.
    String convenant() {
      var parts = folder.split("/", -1);
      return parts.length > 2 ? parts[parts.length - 3] : folder;
    }

    /// The folder of the version, such as `2027-01`.
    String version() {
      var parts = folder.split("/", -1);
      return parts.length > 2 ? parts[parts.length - 2] : folder;
    }
  }

  static Read of(Map<String, String> files) {
    var whole = new TreeMap<String, Convenant>();
    var broken = new ArrayList<Broken>();
    ConvenantFiles.perVersion(files)
        .forEach(
            (folder, own) -> {
              switch (ConvenantReader.read(own)) {
                case ConvenantReader.Result.Whole(Convenant convenant) ->
                    whole.put(folder, convenant);
                case ConvenantReader.Result.Broken(List<ConvenantFault> faults) ->
                    broken.add(
                        new Broken(
                            folder,
                            digest(own),
                            faults.stream().map(ConvenantFault::toString).toList()));
              }
            });
    return new Read(whole, broken);
  }

  /// A fingerprint of texts, to see whether anything changed.
  static String digest(Map<String, String> files) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      new TreeMap<>(files)
          .forEach(
              (path, text) -> {
                sha.update((path + "\n" + text.length() + "\n").getBytes(StandardCharsets.UTF_8));
                sha.update(text.getBytes(StandardCharsets.UTF_8));
              });
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
