package nl.sluis.gateway.feiten;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.logbook.EntryKind;

/// A table of facts of which every row is committed to by a row of the logbook: the one list.
///
/// What is in none of them is named, with why, in `docs/logboek-formaat.md`; a spec holds both
/// against the catalogue of the database. A table is only ever added to; what rows of it are
/// written outside a row of the logbook is `except`.
///
/// @param name the table, `t` in the conditions below
/// @param key the columns that say which fact it is, besides the region
/// @param whose which of its rows are about some people, given as arrays of their ids; empty when
///   it is about nobody
/// @param kind of the row that tells of it; only when it is about nobody
/// @param since when a fact was written, in SQL
/// @param except which of its rows no row of the logbook commits to, in SQL
/// @param both whether it is about two people, and goes when either of them is erased
/// @param ends how long after its row it may be gone by itself; empty when it goes with a person
public record FactTable(
    String name,
    List<String> key,
    String whose,
    Optional<EntryKind> kind,
    String since,
    String except,
    boolean both,
    Optional<Period> ends) {
  private static final Period SEVEN_YEARS = Period.ofYears(7);
  private static final String MERGED = "m.into_subject = any(?) or m.from_subject = any(?)";

  /// Every table that is covered, in the order in which they are looked at.
  public static final List<FactTable> ALL =
      List.of(
          own("birth", "seq"),
          own("residence", "seq"),
          own("custody_fact", "id"),
          part("custody_confirmation", "fact_id", "custody_fact"),
          own("partial_custody", "id"),
          own("competence", "seq"),
          own("registered_condition", "seq"),
          own("restriction", "id"),
          part("weighing", "restriction_id", "restriction"),
          own("shield", "seq"),
          own("embargo", "id"),
          part("embargo_confirmed", "embargo_id", "embargo"),
          part("embargo_lifted", "embargo_id", "embargo"),
          own("alleen_loket", "id"),
          own("view_opened", "seq"),
          own("person_same", "seq"),
          own("same_ended", "same_seq").since("t.ended_at"),
          own("place", "id").since("t.taken_at"),
          part("place_ended", "place_id", "place").since("t.ended_at"),
          own("subject_merge", "id").of(MERGED.replace("m.", "t.")).since("t.merged_at").ofTwo(),
          own("merge_undone", "merge_id")
              .of(
                  """
                  t.merge_id in (
                    select m.id from subject_merge m where m.region = t.region and (%s))
                  """
                      .formatted(MERGED))
              .since("t.undone_at")
              .ofTwo(),
          own("consent_ask", "id").since("t.asked_at").ending(),
          part("consent_party", "ask_id", "consent_ask")
              .keyed("ask_id", "person_id")
              .since(
                  """
                  (select a.asked_at from consent_ask a
                    where a.region = t.region and a.id = t.ask_id)
                  """)
              .ending(),
          // That a consent for once was used is written with the handing over, which names it.
          part("consent_event", "ask_id", "consent_ask")
              .keyed("ask_id", "seq")
              .but("t.type = 'CONSUMED'")
              .ending(),
          own("leesstuk", "id").since("t.klaargelegd_op").ending(),
          part("leesstuk_woord", "leesstuk", "leesstuk")
              .keyed("leesstuk", "nummer")
              .since("t.vastgelegd_op")
              .ending(),
          part("gesprek_oordeel", "gesprek", "gesprek").keyed("nummer").since("t.gezegd_op"),
          nobody("mandaat", EntryKind.MANDATE, "id"),
          nobody("mandaat_intrekking", EntryKind.MANDATE, "mandaat").since("t.ingetrokken_op"),
          nobody("encryptiesleutel", EntryKind.KEY, "eigenaar", "kid"),
          nobody("encryptiesleutel_intrekking", EntryKind.KEY, "eigenaar", "kid")
              .since("t.ingetrokken_op"),
          nobody("contactpunt", EntryKind.CONTACT, "nummer"));

  /// Copies its parts.
  public FactTable {
    key = List.copyOf(key);
  }

  private static FactTable own(String name, String key) {
    return new FactTable(
        name,
        List.of(key),
        "t.subject_id = any(?)",
        Optional.empty(),
        "t.recorded_at",
        "false",
        false,
        Optional.empty());
  }

  /// A table without an index of its own by person, reached by way of the one it belongs to.
  private static FactTable part(String name, String pointer, String whole) {
    return own(name, pointer)
        .of(
            "t.%s in (select w.id from %s w where w.region = t.region and w.subject_id = any(?))"
                .formatted(pointer, whole));
  }

  private static FactTable nobody(String name, EntryKind kind, String... key) {
    return new FactTable(
        name,
        List.of(key),
        "",
        Optional.of(kind),
        "t.vastgelegd_op",
        "false",
        false,
        Optional.empty());
  }

  private FactTable of(String condition) {
    return new FactTable(name, key, condition, kind, since, except, both, ends);
  }

  private FactTable keyed(String... columns) {
    return new FactTable(name, List.of(columns), whose, kind, since, except, both, ends);
  }

  private FactTable since(String instant) {
    return new FactTable(name, key, whose, kind, instant, except, both, ends);
  }

  private FactTable but(String condition) {
    return new FactTable(name, key, whose, kind, since, condition, both, ends);
  }

  private FactTable ofTwo() {
    return new FactTable(name, key, whose, kind, since, except, true, ends);
  }

  private FactTable ending() {
    return new FactTable(name, key, whose, kind, since, except, both, Optional.of(SEVEN_YEARS));
  }

  /// Reads every fact of a region, with when it was written as the last column. Takes the region.
  public String all() {
    return "select t.*, %s as written_at from %s t where t.region = ? and not (%s)"
        .formatted(since, name, except);
  }

  /// Reads the facts that this very transaction wrote, of some people or of nobody. Takes the
  /// region, and the people as often as [#people] says.
  String written() {
    return "select t.* from " + name + " t where " + condition();
  }

  /// Says whether there are any; takes the same.
  String isWritten() {
    return "select '%1$s' where exists (select from %1$s t where %2$s)"
        .formatted(name, condition());
  }

  private String condition() {
    return "t.region = ? and t.xmin = pg_current_xact_id()::xid and not (%s)".formatted(except)
        + (whose.isEmpty() ? "" : " and (" + whose + ")");
  }

  /// How many times the people are a parameter.
  int people() {
    return (int) whose.chars().filter(c -> c == '?').count();
  }
}
