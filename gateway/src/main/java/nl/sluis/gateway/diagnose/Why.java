package nl.sluis.gateway.diagnose;

/// Why nobody answers at an address.
public enum Why {
  /// The name is not in DNS.
  NAME("naam-onbekend", "heeft een naam die niet te vinden is", "Controleer de naam en de DNS."),
  /// The machine is there and takes no connection.
  REFUSED(
      "verbinding-geweigerd",
      "neemt geen verbinding aan",
      "Controleer de poort, en of het programma daar draait."),
  /// Nothing came back in time.
  SILENT(
      "geen-antwoord",
      "geeft geen antwoord",
      "Controleer de firewalls aan beide kanten en de route ertussen."),
  /// The connection was ended without a word.
  BROKEN(
      "verbinding-verbroken",
      "verbreekt de verbinding",
      "Kijk in het verslag aan de andere kant, op dit tijdstip.");

  private final String code;
  private final String sentence;
  private final String remedy;

  Why(String code, String sentence, String remedy) {
    this.code = code;
    this.sentence = sentence;
    this.remedy = remedy;
  }

  /// The stable word.
  String code() {
    return code;
  }

  /// What is wrong, in Dutch, after the address.
  String sentence() {
    return sentence;
  }

  /// What to do, in Dutch.
  String remedy() {
    return remedy;
  }
}
