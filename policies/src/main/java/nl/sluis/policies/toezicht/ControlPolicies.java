package nl.sluis.policies.toezicht;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.sluis.policies.convenant.ConvenantFault;

/// The control policies that there are. The caller loads the texts; `controlebeleid/index.txt`
/// names every path, one per line.
///
/// Immutable; may be shared between threads.
///
/// @param all every version, whole
public record ControlPolicies(List<ControlPolicy> all) {
  /// The class-path resource that names all others.
  public static final String INDEX = "controlebeleid/index.txt";

  private static final String HEAD = "/beleid.yaml";

  /// Copies its list.
  public ControlPolicies {
    all = List.copyOf(all);
  }

  /// What reading gives.
  ///
  /// @param policies the versions that are whole
  /// @param faults what must be mended in the others
  public record Read(ControlPolicies policies, List<ConvenantFault> faults) {
    /// Copies its list.
    public Read {
      faults = List.copyOf(faults);
    }
  }

  /// Reads every version among these files.
  ///
  /// @param files text by path
  public static Read read(Map<String, String> files) {
    var whole = new ArrayList<ControlPolicy>();
    var faults = new ArrayList<ConvenantFault>();
    var sorted = new TreeMap<>(files);
    for (var path : sorted.keySet()) {
      if (path.endsWith(HEAD)) {
        var folder = path.substring(0, path.length() - HEAD.length() + 1);
        switch (new ControlPolicyReader(folder, sorted.subMap(folder, folder + '\uffff'))
            .result()) {
          case ControlPolicyReader.Result.Whole(var policy) -> whole.add(policy);
          case ControlPolicyReader.Result.Broken(var found) -> faults.addAll(found);
        }
      }
    }
    return new Read(new ControlPolicies(whole), faults);
  }

  /// The version that holds on this day: of two, the one that began last. Empty when there is none.
  public Optional<ControlPolicy> on(LocalDate day) {
    return all.stream()
        .filter(policy -> policy.holdsOn(day))
        .max((a, b) -> a.days().first().compareTo(b.days().first()));
  }

  /// The version with this name; empty when there is none.
  public Optional<ControlPolicy> find(String id, String version) {
    return all.stream()
        .filter(policy -> policy.id().equals(id) && policy.version().equals(version))
        .findFirst();
  }
}
