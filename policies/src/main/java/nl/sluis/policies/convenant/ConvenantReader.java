package nl.sluis.policies.convenant;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads one version of the convenant from its files, or says everything that is wrong with them.
///
/// Does no I/O: the caller hands in the texts. The same files read again lately are the same
/// object. May be shared between threads.
public final class ConvenantReader {
  private static final String HEAD = "convenant.yaml";
  private static final ReadLately LATELY = new ReadLately();

  /// What reading came to.
  public sealed interface Result {
    /// The convenant, whole and checked.
    record Whole(Convenant convenant) implements Result {}

    /// Every fault at once; nothing can rest on these files.
    record Broken(List<ConvenantFault> faults) implements Result {
      /// Copies its parts.
      public Broken {
        faults = List.copyOf(faults);
      }
    }
  }

  private ConvenantReader() {}

  /// @param files the text of every file of one version, by path; `convenant.yaml` marks the folder
  public static Result read(Map<String, String> files) {
    var heads =
        files.keySet().stream().filter(p -> p.equals(HEAD) || p.endsWith("/" + HEAD)).sorted();
    var head = heads.findFirst();
    if (head.isEmpty()) {
      return new Result.Broken(List.of(new ConvenantFault(HEAD, 0, "Dit bestand ontbreekt.")));
    }
    var base = head.get().substring(0, head.get().length() - HEAD.length());
    var fingerprint = Digest.of(files);
    return LATELY
        .find(fingerprint)
        .orElseGet(
            () -> LATELY.keep(fingerprint, new Reading(base, new TreeMap<>(files)).result()));
  }
}
