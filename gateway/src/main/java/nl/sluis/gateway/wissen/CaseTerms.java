package nl.sluis.gateway.wissen;

import static nl.sluis.gateway.wissen.Belongs.part;

import java.time.Period;
import java.util.List;

/// How long it is kept what went wrong, and what was done about it; part of [Terms].
final class CaseTerms {
  /// In the order in which it is deleted.
  static final List<Terms.Kept> ALL =
      List.of(
          Terms.ending(
              new Ends(
                  "rechtzetting",
                  "transactie",
                  Period.ofYears(7),
                  "t.gemaakt_op < q.at",
                  OfPerson.partsOf("rechtzetting")),
              "zeven jaar",
              "dat een ontvanger iets moest terugdraaien, en wat hij ervan zei, moet na te gaan"
                  + " zijn (AVG 19)"),
          Terms.ending(
              new Ends("terugroeping", "id", Period.ofYears(7), "t.gemaakt_op < q.at", List.of()),
              "zeven jaar",
              "dat iets is teruggeroepen, vervangen of teruggegeven, en door wie, moet na te gaan"
                  + " zijn (AVG 5(2))"),
          Terms.kept(
              "zolang het logboek bestaat",
              "wat is stilgelegd en wie dat ophief moet na te gaan zijn; gaat over organisaties",
              List.of("stillegging", "stillegging_opgeheven")),
          Terms.kept(
              "zolang het logboek bestaat",
              "welke rijen na een teruggezette reservekopie ontbraken moet na te gaan zijn; noemt"
                  + " niemand",
              List.of("herstel", "herstel_rij")),
          Terms.kept(
              "zolang het logboek bestaat",
              "wie partner werd, bleef en ophield te zijn, en met welke sleutels, moet na te gaan"
                  + " zijn zolang iets van hem is na te rekenen; gaat over organisaties",
              List.of(
                  "partner_aanmelding",
                  "partner_stap",
                  "ondertekensleutel",
                  "ondertekensleutel_gebruikt",
                  "ondertekensleutel_intrekking",
                  "partner_certificaat")),
          Terms.kept(
              "zolang de partner bekend is",
              "wanneer een partner voor het laatst aan de deur was; gaat over organisaties",
              List.of("partner_gezien")),
          Terms.ending(
              new Ends(
                  "zaak",
                  "id",
                  Period.ofYears(5),
                  """
                  exists (
                    select from zaak_stap s
                    where s.region = t.region and s.zaak = t.id and s.op < q.at
                      and s.stap = 'gesloten')
                  """,
                  List.of(
                      part("zaak_gezin", "zaak", "id"),
                      part("zaak_wortel", "zaak", "id"),
                      part("zaak_woord", "zaak", "id"),
                      part("zaak_stap", "zaak", "id"),
                      part("zaak_rij", "zaak", "id"))),
              "vijf jaar nadat zij sloot, en nooit voordat zij sluit",
              "een inbreuk en wat ertegen is gedaan moet na te gaan zijn (AVG 33(5)); wie het was"
                  + " staat er niet in"));

  private CaseTerms() {}
}
