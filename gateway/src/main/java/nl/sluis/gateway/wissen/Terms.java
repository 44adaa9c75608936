package nl.sluis.gateway.wissen;

import static nl.sluis.gateway.wissen.Belongs.part;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// How long each table keeps what is in it, and why: the one list, from which the page
/// `docs/bewaren.md` is made and by which [RetentionDuty] deletes (AVG 5(1)(e)).
///
/// A spec holds it against the catalogue of the database: a new table says here what becomes of it.
public final class Terms {
  private static final Period YEAR = Period.ofYears(1);
  private static final Period TWO_YEARS = Period.ofYears(2);
  private static final Period SEVEN_YEARS = Period.ofYears(7);

  /// Some tables that are kept for the same time. Immutable.
  ///
  /// @param tables their names
  /// @param term how long, in Dutch
  /// @param why in Dutch
  /// @param ends when it comes to its own end; empty when it goes with a person, stays, or is
  ///   cleared by what wrote it
  record Kept(List<String> tables, String term, String why, Optional<Ends> ends) {}

  private static final List<Kept> MOST =
      List.of(
          ending(
              new Ends(
                  "parcel",
                  "id",
                  Period.ZERO,
                  """
                  (t.told or t.state in ('bevestigd', 'vervallen'))
                  and exists (
                    select from logbook_row r
                    join gewiste_sleutel g
                      on g.region = r.region and g.sleutel = 'tijdvak/' || left(r.key_id, 13)
                    where r.region = t.region and r.idx = coalesce(t.released_row, t.accepted_row))
                  """,
                  OfPerson.partsOf("parcel")),
              "zo lang als de rij die zegt dat het is verstrekt",
              "de administratie van een uitwisseling dient alleen om haar rij te vinden"),
          ending(
              new Ends(
                  "consent_ask",
                  "id",
                  SEVEN_YEARS,
                  """
                  t.valid_until < q.at
                  and not exists (
                    select from consent_event e
                    where e.region = t.region and e.ask_id = t.id and e.recorded_at >= q.at)
                  and not exists (
                    select from verstrekking v
                    where v.region = t.region and v.toestemming = t.id and v.op >= q.at)
                  """,
                  OfPerson.partsOf("consent_ask")),
              "zeven jaar na het einde van de toestemming",
              "wie verstrekte moet kunnen laten zien dat het mocht (AVG 7(1))"),
          ending(
              new Ends(
                  "verzoek",
                  "id",
                  SEVEN_YEARS,
                  """
                  t.gevraagd_op < q.at
                  and not exists (
                    select from verzoek_regel v
                    where v.region = t.region and v.verzoek_id = t.id and v.ask_id is not null)
                  """,
                  OfPerson.partsOf("verzoek")),
              "zeven jaar, en nooit korter dan de vragen erin",
              "het gesprek waarin om een toestemming is gevraagd hoort bij haar bewijs"),
          ending(
              new Ends(
                  "acute_melding",
                  "transactie",
                  SEVEN_YEARS,
                  """
                  t.ontvangen_op < q.at
                  and exists (
                    select from acute_stap s
                    where s.region = t.region and s.transactie = t.transactie and s.stap = 'bevestigd')
                  """,
                  OfPerson.partsOf("acute_melding")),
              "zeven jaar, en nooit voordat een mens haar las",
              "of een melding van acuut gevaar aankwam moet na te gaan zijn"),
          ending(
              new Ends(
                  "nacontrole",
                  "transactie",
                  SEVEN_YEARS,
                  """
                  t.geopend_op < q.at
                  and exists (
                    select from nacontrole_oordeel o
                    where o.region = t.region and o.transactie = t.transactie)
                  """,
                  OfPerson.partsOf("nacontrole")),
              "zeven jaar, en nooit voordat er een oordeel is",
              "of een doorbreking terecht was moet na te gaan zijn"),
          ending(
              ofPerson(
                  "sluitvoorstel",
                  SEVEN_YEARS,
                  """
                  t.op < q.at
                  and not exists (
                    select from nacontrole_oordeel o
                    where o.region = t.region and o.voorstel = t.id)
                  """),
              "zeven jaar, en nooit korter dan het oordeel dat erop rust",
              "dat er twee naar keken moet na te gaan zijn"),
          ending(
              new Ends(
                  "overleg",
                  "id",
                  SEVEN_YEARS,
                  "t.geopend_op < q.at",
                  List.of(
                      part("overleg_lid", "overleg", "id"),
                      part("overleg_stap", "overleg", "id"),
                      part("overleg_betrokkene", "overleg", "id"),
                      part("overleg_bericht", "overleg", "id"))),
              "zeven jaar",
              "wie aan tafel zat hoort bij de verstrekkingen van dat overleg"),
          ending(
              leaf("taak", TWO_YEARS, "t.stand = 'afgehandeld' and t.uiterlijk < q.at"),
              "twee jaar na de dag waarop zij af moest zijn",
              "wat ervan kwam staat in het logboek"),
          ending(
              ofPerson(
                  "kennisgeving",
                  TWO_YEARS,
                  "t.gegeven_op < q.at and (t.uiterlijk is null or t.uiterlijk < q.at)"),
              "twee jaar",
              "wie iets te zien kreeg heeft het dan gezien of kan het in het logboek lezen"),
          ending(
              leaf("bereik_bericht", Period.ofMonths(1), "t.gemaakt_op < q.at"),
              "een maand",
              "hoogstens één bericht per dag; wat ervan kwam staat in het logboek"),
          ending(
              leaf("telling", TWO_YEARS, "t.maand < q.at::date"),
              "twee jaar",
              "voor wie het werk van zijn organisatie overziet; aantallen per maand, van"
                  + " niemand iets"),
          ending(
              leaf("logboek_controle", TWO_YEARS, "t.op < q.at"),
              "twee jaar",
              "of het logboek steeds is nagekeken moet te zien zijn; zegt van niemand iets"),
          ending(
              ofPerson("leesstuk", SEVEN_YEARS, "t.geldig_tot < q.at"),
              "zeven jaar nadat het lezen niet meer telde",
              "wie verstrekte moet kunnen laten zien dat het gezin het eerst las"),
          ending(
              ofPerson("betrokkenenverzoek", SEVEN_YEARS, OfPerson.ANSWERED),
              "zeven jaar na het antwoord, en nooit voordat er een is",
              "wie iets vroeg moet kunnen laten zien wat en wanneer daarop is geantwoord (AVG 12)"),
          ending(
              new Ends(
                  "letter",
                  "id",
                  YEAR,
                  """
                  t.expires_at < q.at
                  and not exists (
                    select from letter_used u where u.region = t.region and u.letter_id = t.id)
                  """,
                  OfPerson.partsOf("letter")),
              "een jaar na haar laatste dag als niemand haar gebruikte, anders met de persoon",
              "een code die niemand gebruikte bewijst niets"),
          ending(
              leaf("letter_tried", Period.ofMonths(1), "t.tried_at < q.at"),
              "een maand",
              "vijf vergeefse pogingen per dag is de grens"),
          ending(
              ofPerson("aanwezigheid", YEAR, "t.geldig_tot < q.at"),
              "een jaar",
              "een code van een kwartier; wat ermee is gezegd staat bij de toestemming"),
          ending(
              ofPerson("loketcode", YEAR, "t.geldig_tot < q.at"),
              "een jaar",
              "een code van een kwartier; wat ermee is gezegd staat bij de toestemming"),
          ending(
              ofPerson("loket_hulp", TWO_YEARS, "t.geldig_tot < q.at"),
              "twee jaar",
              "wie aan een loket is geholpen kan dat zien; wat er is gezegd staat bij de"
                  + " toestemming"),
          ending(
              ofPerson("machtiging", TWO_YEARS, "t.code_tot < q.at"),
              "twee jaar",
              "wie een ander liet meekijken kan zien wanneer die keek"),
          ending(
              leaf("loket_poging", Period.ofMonths(1), "t.op < q.at"),
              "een maand",
              "vijf vergeefse pogingen is de grens"),
          ending(
              leaf("aanwezigheid_poging", Period.ofMonths(1), "t.op < q.at"),
              "een maand",
              "vijf vergeefse pogingen is de grens"),
          ending(
              leaf("voorstel_gebruikt", SEVEN_YEARS, "t.op < q.at"),
              "zeven jaar",
              "een voorstel gaat één keer door"),
          ending(
              new Ends(
                  "rolkeuze",
                  "id",
                  TWO_YEARS,
                  "t.geldig_tot < q.at",
                  List.of(part("rolkeuze_sluiting", "rolkeuze", "id"))),
              "twee jaar",
              "in welke rol iemand die dag werkte staat in de rijen"),
          ending(
              leaf("detachering", TWO_YEARS, "t.tot < q.at::date"),
              "twee jaar na het einde",
              "een muur staat zolang iemand voor twee organisaties werkt"),
          kept(
              "met de persoon",
              "gaat bij een wissing, of zodra van geen rij over hem de termijn nog loopt",
              OfPerson.names()),
          kept(
              "zolang het logboek bestaat",
              "de boom moet na te rekenen blijven; van wie is gewist staat er niets leesbaars",
              List.of(
                  "logbook_row",
                  "logbook_head",
                  "checkpoint",
                  "checkpoint_cosignature",
                  "sleutelgeschiedenis",
                  "tijdstempel",
                  "logbook_tile")),
          kept(
              "zolang het logboek bestaat",
              "verantwoordt wat weg is en houdt het weg; noemt niemand die er nog is",
              List.of(
                  "wissing",
                  "wissing_verantwoord",
                  "gewiste_sleutel",
                  "bewaarmaand",
                  "bewaarverslag")),
          kept(
              "zolang het convenant geldt, en daarna",
              "een besluit van vroeger moet na te spelen zijn; gaat over organisaties",
              List.of(
                  "convenant_tekst",
                  "convenant_handtekening",
                  "convenant_bestand",
                  "convenant_terzijde",
                  "convenant_bezwaar",
                  "controlebeleid_handtekening",
                  "controlebeleid_bestand",
                  "mandaat",
                  "mandaat_intrekking",
                  "encryptiesleutel",
                  "encryptiesleutel_intrekking",
                  "contactpunt")),
          kept(
              "zolang het logboek bestaat",
              "één afdruk is van één persoon, voor altijd; een sleutelafdruk en een afgeleid woord",
              List.of("ondertekenaar_middel")),
          kept(
              "zolang het logboek bestaat",
              "een nieuw cijfer wordt naast alle eerdere gelegd; telt tien of meer",
              List.of("cijfer_gegeven", "rapport")),
          kept("enkele minuten", "een verklaring geldt één keer", List.of("assertion_seen")),
          kept(
              "tien minuten",
              "wie begon met aanmelden moet dat kunnen afmaken, één keer",
              List.of("aanmelding_poging")),
          kept(
              "een uur, of tot het afmelden",
              "wie nu is aangemeld; gaat alleen open met wat zijn eigen browser bewaart",
              List.of("sessie")),
          kept(
              "zolang het logboek bestaat",
              "hoever het logboek is voorgelezen, en welke rijen bij een spoor horen: een afgeleid"
                  + " getal",
              List.of("regel_stand", "spoor_rij")),
          kept("zolang het schema bestaat", "welke stappen zijn gezet", List.of("migration")));

  private static final List<Kept> ALL =
      Stream.of(
              CaseTerms.ALL,
              SigningTerms.ALL,
              PatternTerms.ALL,
              MOST,
              LookedTerms.ALL,
              CrossedTerms.ALL)
          .flatMap(List::stream)
          .toList();

  private Terms() {}

  static Kept ending(Ends ends, String term, String why) {
    return new Kept(List.copyOf(ends.tables()), term, why, Optional.of(ends));
  }

  private static Ends leaf(String table, Period after, String condition) {
    return new Ends(table, "", after, condition, List.of());
  }

  private static Ends ofPerson(String table, Period after, String condition) {
    return new Ends(table, "id", after, condition, OfPerson.partsOf(table));
  }

  static Kept kept(String term, String why, Iterable<String> tables) {
    var names = new ArrayList<String>();
    tables.forEach(names::add);
    return new Kept(List.copyOf(names), term, why, Optional.empty());
  }

  /// What comes to an end of its own, in the order in which it is deleted.
  static List<Ends> ends() {
    return ALL.stream().flatMap(kept -> kept.ends().stream()).toList();
  }

  /// The tables in which nothing is left of an erased person.
  public static SortedSet<String> ofPersons() {
    return new TreeSet<>(OfPerson.names());
  }

  /// Every table that is spoken of.
  static Set<String> tables() {
    var names = new TreeSet<String>();
    ALL.forEach(kept -> names.addAll(kept.tables()));
    return names;
  }

  /// Every table from which rows are ever deleted by `sluis_wisser`.
  static Set<String> deletable() {
    var names = OfPerson.names();
    ends().forEach(ends -> names.addAll(ends.tables()));
    return names;
  }

  /// The page: per table how long, whether it goes with an erased person, and why.
  public static String page() {
    return TermsPage.of(ALL);
  }
}
