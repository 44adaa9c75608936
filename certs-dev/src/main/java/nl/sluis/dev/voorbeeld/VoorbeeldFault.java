package nl.sluis.dev.voorbeeld;

/// A scenario that cannot be read: file, line and a Dutch sentence.
public final class VoorbeeldFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  VoorbeeldFault(Place place, String sentence) {
    super(place + ": " + sentence);
  }
}
