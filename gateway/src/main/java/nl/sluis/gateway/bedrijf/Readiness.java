package nl.sluis.gateway.bedrijf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/// May a balancer send this gateway anything? Each part says whether it is well; a part that is not
/// needed only warns. Thread-safe.
public final class Readiness {
  private final List<Part> parts;
  private volatile boolean draining;

  /// Something that is looked at.
  ///
  /// @param name in Dutch, one word
  /// @param needed whether nothing goes without it
  /// @param look is it well? It may wait a second, and whatever it throws means no
  public record Part(String name, boolean needed, BooleanSupplier look) {}

  /// How one part is.
  public enum State {
    GOED,
    WAARSCHUWING,
    FOUT;

    /// Its word.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What was found of one part.
  public record Found(String name, State state) {}

  /// @param parts in the order in which they are told
  public Readiness(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /// From here on nothing new is to come: it is being stopped.
  public void drain() {
    draining = true;
  }

  /// Looks at every part.
  public List<Found> look() {
    var found = new ArrayList<Found>();
    found.add(new Found("deuren", draining ? State.FOUT : State.GOED));
    for (var part : parts) {
      var bad = part.needed() ? State.FOUT : State.WAARSCHUWING;
      found.add(new Found(part.name(), isWell(part) ? State.GOED : bad));
    }
    return List.copyOf(found);
  }

  private static boolean isWell(Part part) {
    try {
      return part.look().getAsBoolean();
    } catch (RuntimeException _) {
      return false;
    }
  }

  /// Is it, by what was found?
  public static boolean isReady(List<Found> found) {
    return found.stream().noneMatch(each -> each.state() == State.FOUT);
  }
}
