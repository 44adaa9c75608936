package nl.sluis.gateway.wissen;

import static nl.sluis.gateway.wissen.Belongs.part;

import java.time.Period;
import java.util.List;

/// How long is kept what organisations asked and answered each other.
final class PatternTerms {
  private static final Period SEVEN_YEARS = Period.ofYears(7);
  private static final Period YEAR = Period.ofYears(1);
  private static final Period MONTH = Period.ofMonths(1);

  static final List<Terms.Kept> ALL =
      List.of(
          Terms.ending(
              new Ends(
                  "vt_vraag",
                  "transactie",
                  SEVEN_YEARS,
                  "t.op < q.at",
                  List.of(part("vt_vraag_stap", "vraag", "transactie"))),
              "zeven jaar",
              "een antwoord aan Veilig Thuis rust op haar vraag"),
          Terms.ending(
              new Ends(
                  "notificatie",
                  "",
                  MONTH,
                  "t.gemaakt_op < q.at and t.stand <> 'wacht'",
                  List.of()),
              "een maand",
              "wat klaarligt ligt er ook zonder dat iemand het zei"),
          // An answer points at its step, so it goes first; what was taken back, or was fetched a
          // day
          // ago, or lay here as long as was told.
          Terms.ending(
              new Ends(
                  "evaluatie_antwoord",
                  "",
                  Period.ZERO,
                  """
                  exists (
                    select from evaluatie_stap s
                    where s.region = t.region and s.evaluatie = t.evaluatie
                      and s.person_id = t.person_id
                      and (s.stap = 'ingetrokken' and s.nummer > t.stap
                        or s.stap = 'opgehaald' and s.nummer > t.stap
                          and s.op < q.at - interval '1 day'
                        or s.stap = 'gevraagd' and s.uiterlijk < q.at - interval '28 days'))
                  """,
                  List.of()),
              "tot het is opgehaald of ingetrokken, en hoogstens 28 dagen na de laatste dag om te"
                  + " antwoorden",
              "wat iemand over hulp zegt is voor wie verwees; Sluis bewaart het niet"),
          Terms.ending(
              new Ends(
                  "evaluatie",
                  "id",
                  YEAR,
                  """
                  t.op < q.at
                  and not exists (
                    select from evaluatie_antwoord a
                    where a.region = t.region and a.evaluatie = t.id)
                  """,
                  List.of(part("evaluatie_stap", "evaluatie", "id"))),
              "een jaar",
              "zo lang is na te gaan dat er is gevraagd, en dat niemand iets hoefde te zeggen"),
          Terms.kept(
              "zolang het logboek bestaat",
              "aan wie en waar is gezegd dat er iets klaarlag; gaat over organisaties",
              List.of("abonnement", "abonnement_opzegging")));

  private PatternTerms() {}
}
