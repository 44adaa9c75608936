package nl.sluis.gateway.aanmelding;

import java.util.List;
import java.util.Set;

/// Which roles mean something at a desk, and who has them.
///
/// Implementations MUST be safe for many threads and MUST NOT wait for a network.
public interface Roles {
  /// Those of somebody who logs in, in a fixed order; empty for whom nothing is open.
  ///
  /// @param employee the word of the organisation for this professional
  /// @param claimed what the provider says
  List<String> of(String employee, List<String> claimed);

  /// Does this role still mean something for who got it when logging in? Asked at every page, so
  /// that what an administrator takes away is gone at once.
  boolean stand(String employee, String role);

  /// Those that the provider gives, of these.
  static Roles given(Set<String> roles) {
    var all = Set.copyOf(roles);
    return new Roles() {
      @Override
      public List<String> of(String employee, List<String> claimed) {
        return all.stream().filter(claimed::contains).sorted().toList();
      }

      @Override
      public boolean stand(String employee, String role) {
        return all.contains(role);
      }
    };
  }
}
