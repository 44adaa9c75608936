package nl.sluis.dev.voorbeeld;

/// A step needs what an earlier step did not bring.
final class MissingResult extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  MissingResult(String step) {
    this.sentence = "stap `" + step + "` leverde niets op waarop deze stap kan rusten";
  }

  String sentence() {
    return sentence;
  }

  @Override
  public String getMessage() {
    return sentence;
  }
}
