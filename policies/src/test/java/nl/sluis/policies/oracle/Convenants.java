package nl.sluis.policies.oracle;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.ConvenantShelf;
import nl.sluis.policies.convenant.Shipped;
import nl.sluis.policies.terms.NonEmpty;

/// The convenants on which engines are compared: those that are shipped, and some of no sense. How
/// many of those is said by `-Dsluis.zaden`.
final class Convenants {
  private static final int SEEDS = Integer.getInteger("sluis.zaden", 4);

  private Convenants() {}

  /// A convenant with the name under which a report speaks of it.
  ///
  /// @param seed from which its questions follow
  /// @param convenant what the engines are given
  /// @param shelf on which our decider finds it, with other versions that have the same rules
  record Named(String name, long seed, Convenant convenant, ConvenantShelf shelf) {
    boolean isShipped() {
      return seed == 0;
    }
  }

  static Stream<Named> all() {
    return Stream.concat(shipped(), seeds());
  }

  private static Stream<Named> seeds() {
    return LongStream.rangeClosed(1, SEEDS).mapToObj(RandomConvenants::of);
  }

  static Stream<Named> shipped() {
    return Shipped.all().stream().map(Convenants::alone);
  }

  /// A convenant that has no other version.
  static Named alone(Convenant convenant) {
    return new Named(convenant.id(), 0, convenant, new ConvenantShelf(NonEmpty.of(convenant)));
  }
}
