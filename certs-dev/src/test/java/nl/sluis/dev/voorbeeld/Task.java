package nl.sluis.dev.voorbeeld;

/// What somebody comes for, as the manual calls it (`docs/vorm.md`).
enum Task {
  AANMELDEN("aanmelden, vanaf de eerste bladzijde"),
  TAAL("een andere taal kiezen"),
  NEE("nee zeggen op een vraag"),
  JA("ja zeggen op een vraag"),
  LATER("later zeggen op een vraag"),
  DEEL("ja zeggen op één van twee soorten"),
  STOPPEN("een ja stoppen"),
  REGEL("zien wie wat kreeg, en waarom"),
  WAAROM("vragen waarom iets mocht"),
  BEZWAAR("bezwaar maken tegen iets dat van de wet mag"),
  KLACHT("een klacht indienen"),
  OVERZICHT("een overzicht van een maand bewaren en nakijken"),
  CODE("de code van een brief invullen"),
  LOKET_CODE("een code maken voor het loket"),
  GESPREK("zeggen dat een gesprek er niet was"),
  BERICHT("kiezen hoe u bericht krijgt"),
  LATEN_GAAN("een tekst lezen en laten gaan"),
  TEGENHOUDEN("een tekst tegenhouden"),
  OPMERKING("iets bij een tekst zeggen"),
  KLOPT_NIET("zeggen dat een bericht niet klopt"),
  LAAT_KIJKEN("iemand laten meekijken"),
  STOP_KIJKEN("het meekijken stoppen"),
  LAAT_HELPEN("iemand laten helpen"),
  STOP_HELPEN("een helper stoppen"),
  AFMELDEN("afmelden"),
  OVERAL("overal afmelden"),
  SNEL_WEG("snel weg"),
  HELPEN("aan het loket helpen, vanaf het loket");

  private final String told;

  Task(String told) {
    this.told = told;
  }

  /// What it is called there.
  String told() {
    return told;
  }
}
