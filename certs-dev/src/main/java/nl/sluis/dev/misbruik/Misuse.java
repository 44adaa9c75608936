package nl.sluis.dev.misbruik;

/// Six ways in which people misuse what they can get at. Nobody of them exists.
enum Misuse {
  /// Twice in one week, the child next door.
  NIEUWSGIERIGE_BUUR("nieuwsgierige buur", "twee keer in één week, één kind buiten het eigen werk"),
  /// About once a week somebody, for weeks.
  SERIEKIJKER("seriekijker", "ongeveer eens per week een ander kind, acht weken lang"),
  /// The same child, every ten days or so.
  EX_PARTNER("ex-partner", "hetzelfde kind, ongeveer elke tien dagen, vaak in de avond"),
  /// Many children at one go.
  VISSEN("vissen", "acht tot twaalf kinderen in één uur, op één dag"),
  /// In the own dossiers, more than the purpose is for.
  DOELVERSCHUIVING(
      "doelverschuiving", "eigen dossiers, steeds meer onder een wettelijk doel dat niet past"),
  /// The meldcode where consent is the way.
  MELDCODE_ALS_SLUIPWEG(
      "meldcode als sluipweg", "ruim eens per week de meldcode, met volledige papieren");

  private final String title;
  private final String how;

  Misuse(String title, String how) {
    this.title = title;
    this.how = how;
  }

  String title() {
    return title;
  }

  String how() {
    return how;
  }
}
