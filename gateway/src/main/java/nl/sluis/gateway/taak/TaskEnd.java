package nl.sluis.gateway.taak;

/// How a task comes to its end. What ends by something else than somebody's word is not closed by a
/// connected system that says that it is done: it says where that is.
public enum TaskEnd {
  /// With the word of who did it, on the work list or by a connected system.
  WOORD("", true),
  /// The same, and it is about the safety of a child: a second person looks along on the work list,
  /// and a connected system answers for its own until a control policy asks for two.
  VEILIGHEID("", true),
  /// With the word of an officer, and of nobody else.
  FUNCTIONARIS("Een functionaris sluit deze taak op de werklijst, `/toezicht/werk`.", true),
  /// With what was done, which its sender waits for; without a system of one's own with the word of
  /// an officer.
  RECHTZETTING(
      "Zeg wat u deed met `POST /v1/rechtzettingen/{transactie}/bevestigingen`, of laat een"
          + " functionaris de taak sluiten op de werklijst, `/toezicht/werk`.",
      true),
  /// With the answer to who asked (AVG 12).
  ANTWOORD(
      "Geef het antwoord met `POST /v1/betrokkenenverzoeken/{id}/antwoorden`, of op de werklijst,"
          + " `/toezicht/werk`.",
      false),
  /// With what was done with data that a sender mended or erased (AVG 19).
  ONTVANGERSBERICHT("Zeg wat u deed met `POST /v1/ontvangersberichten/{id}/bevestigingen`.", false),
  /// With what was done with data that their sender called back or replaced (AVG 5(1)(d)).
  TERUGROEPING("Zeg wat u deed met `POST /v1/rechtzettingen/{transactie}/bevestigingen`.", false),
  /// With a message that answers the question, or says that no answer will be given.
  VRAAG(
      "Stuur het antwoord, of dat u niet antwoordt, als bericht met `POST /v1/berichten`; doet u"
          + " niets, dan vervalt de vraag.",
      false),
  /// With the new certificate or key in use: Sluis sees it come in.
  GEBRUIK(
      "Kom binnen met het nieuwe certificaat of de nieuwe ondertekensleutel, of leg de nieuwe"
          + " encryptiesleutel vast met `POST /v1/encryptiesleutels`; dan sluit Sluis deze taak.",
      false),
  /// With what somebody else than who helped found.
  NAKIJKING("Zeg wat u zag met `POST /v1/taken/{id}/nakijkingen`.", false),
  /// With a verdict (domain 3.7).
  OORDEEL(
      "Geef het oordeel met `POST /v1/nacontroles/{transactie}/oordelen`, of op de werklijst,"
          + " `/toezicht/werk`.",
      false),
  /// With what two people decided in a case (AVG 33).
  ZAAK("Open er een zaak over en beslis met twee personen, op `/toezicht/datalek`.", false),
  /// With what a second person said of a proposal.
  TWEEDE("Bevestig het voorstel of geef het terug op de werklijst, `/toezicht/werk`.", false);

  private final String elsewhere;
  private final boolean officer;

  TaskEnd(String elsewhere, boolean officer) {
    this.elsewhere = elsewhere;
    this.officer = officer;
  }

  /// May a connected system close it with a word?
  public boolean bySystem() {
    return elsewhere.isEmpty();
  }

  /// May an officer close it on the work list with a word?
  public boolean byOfficer() {
    return officer;
  }

  /// What to do instead, in Dutch; empty when a connected system may close it.
  public String elsewhere() {
    return elsewhere;
  }
}
