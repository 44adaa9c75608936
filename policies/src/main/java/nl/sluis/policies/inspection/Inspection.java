package nl.sluis.policies.inspection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.ConvenantFault;
import nl.sluis.policies.convenant.ConvenantFiles;
import nl.sluis.policies.convenant.ConvenantReader;
import nl.sluis.policies.convenant.ConvenantReader.Result;
import nl.sluis.policies.convenant.Signatures;

/// What came of looking over some convenanten: those that are whole, and every fault.
///
/// Besides what the reader says of one text, this says what only shows when it runs or stands
/// beside others: a worked example with another answer than was agreed, versions that overlap,
/// signatures that are missing or under another text.
///
/// @param whole what could be read, by folder
/// @param faults every fault, in order
public record Inspection(SortedMap<String, Convenant> whole, List<ConvenantFault> faults) {
  /// Copies its parts.
  public Inspection {
    faults = List.copyOf(faults);
  }

  /// Looks over every version among these files.
  ///
  /// @param files texts by path; models stand beside the convenanten that rest on them
  /// @param signatures who signed which digest; empty when that is not known here, and then nothing
  ///   is said of it
  public static Inspection of(
      Map<String, String> files, Optional<Collection<Signatures.Signature>> signatures) {
    var whole = new TreeMap<String, Convenant>();
    var faults = new TreeSet<ConvenantFault>();
    ConvenantFiles.perVersion(files)
        .forEach(
            (folder, texts) -> {
              switch (ConvenantReader.read(texts)) {
                case Result.Whole(var convenant) -> whole.put(folder, convenant);
                case Result.Broken(var broken) -> faults.addAll(broken);
              }
            });
    whole.forEach((_, convenant) -> faults.addAll(WorkedAnswers.faults(convenant)));
    var heads = new Heads(files, whole);
    faults.addAll(Neighbours.faults(heads));
    signatures.ifPresent(given -> faults.addAll(Signers.faults(heads, given)));
    return new Inspection(whole, new ArrayList<>(faults));
  }

  /// Is there nothing to mend?
  public boolean isSound() {
    return faults.isEmpty();
  }
}
