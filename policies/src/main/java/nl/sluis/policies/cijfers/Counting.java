package nl.sluis.policies.cijfers;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How counts are kept safe, as the convenant says it.
///
/// @param guard how large a group and how small a share must be
/// @param measures what may be counted, by the word in messages
/// @param ageGroups the groups into which a count may be split by age
public record Counting(Guard guard, Map<String, Measure> measures, List<String> ageGroups) {
  /// Something that may be counted.
  ///
  /// @param code the word in messages, such as `gezinnen-begeleid`
  /// @param sentence what is counted, in plain Dutch
  /// @param manyContributors whether several schools, practices or providers add to it, so that the
  ///   part of the largest must be told
  public record Measure(String code, String sentence, boolean manyContributors) {}

  /// Copies its parts.
  public Counting {
    measures = Map.copyOf(measures);
    ageGroups = List.copyOf(ageGroups);
  }

  /// The measure with this word; empty when the convenant does not count it.
  public Optional<Measure> measure(String code) {
    return Optional.ofNullable(measures.get(code));
  }
}
