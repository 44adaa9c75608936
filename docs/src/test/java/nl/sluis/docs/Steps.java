package nl.sluis.docs;

import java.util.Map;
import java.util.Set;

/// Which packages of the gateway may know which others.
final class Steps {
  /// What each package of the gateway may know of the others. Further down means later in an
  /// exchange; a new package gets its own line here, and a word in `docs/architecture.md`.
  static final Map<String, Set<String>> MAY_KNOW =
      Map.ofEntries(
          Map.entry("message", Set.of("keys")),
          Map.entry("keys", Set.of()),
          Map.entry("subject", Set.of("keys")),
          Map.entry("trace", Set.of()),
          Map.entry("decision", Set.of()),
          Map.entry("person", Set.of("subject")),
          Map.entry("vorm", Set.of("person", "subject")),
          Map.entry("papier", Set.of("vorm")),
          Map.entry("aanmelding", Set.of("keys", "subject", "person", "edge", "vorm")),
          Map.entry("logbook", Set.of("keys")),
          Map.entry("feiten", Set.of("logbook")),
          Map.entry("controle", Set.of("keys", "logbook", "feiten")),
          Map.entry("peer", Set.of("message")),
          Map.entry("aansluiting", Set.of("message", "decision", "peer")),
          Map.entry("client", Set.of("message", "keys", "logbook", "trace")),
          Map.entry("partner", words("client convenant exchange keys logbook message peer")),
          Map.entry(
              "werkplek",
              words(
                  "aanmelding besluit client exchange keys logbook message ondertekening papier"
                      + " partner peer person stopbericht taak terugroeping vorm")),
          Map.entry("edge", Set.of("peer")),
          Map.entry("token", Set.of("message", "keys", "peer")),
          Map.entry("diagnose", Set.of("peer", "token", "edge")),
          Map.entry("fsc", Set.of("decision", "logbook", "sequencer", "trace")),
          Map.entry("meting", Set.of("trace")),
          Map.entry("bedrijf", Set.of("aflevering", "edge", "meting", "normen", "trace")),
          Map.entry("sequencer", Set.of("keys", "logbook", "feiten", "trace", "meting")),
          Map.entry("getuige", Set.of("logbook", "sequencer")),
          Map.entry("tijdstempel", Set.of("logbook", "sequencer")),
          Map.entry("taak", Set.of("aansluiting", "logbook", "peer", "sequencer")),
          Map.entry(
              "beeld",
              Set.of(
                  "aansluiting",
                  "taak",
                  "peer",
                  "keys",
                  "cijfers",
                  "herstel",
                  "papier",
                  "decision",
                  "logbook",
                  "convenant",
                  "normen",
                  "sequencer",
                  "getuige",
                  "tijdstempel",
                  "vorm",
                  "toezicht")),
          Map.entry("wissen", Set.of("keys", "decision", "logbook", "sequencer")),
          Map.entry("acuut", Set.of("keys", "logbook", "peer", "sequencer", "taak", "trace")),
          Map.entry("nacontrole", Set.of("keys", "logbook", "taak")),
          Map.entry("vierogen", Set.of("nacontrole")),
          Map.entry("register", Set.of("message", "logbook", "sequencer")),
          Map.entry("notificatie", Set.of("sequencer")),
          Map.entry("gezagsbron", Set.of("message", "subject", "peer", "edge", "trace")),
          Map.entry("gesprek", Set.of("message", "subject", "register", "sequencer")),
          Map.entry("leesmee", Set.of("keys", "message", "logbook", "register", "sequencer")),
          Map.entry(
              "onderzoek",
              words("message subject decision register nacontrole logbook sequencer taak postbus")),
          Map.entry("convenant", Set.of("message", "decision", "logbook", "peer", "sequencer")),
          Map.entry(
              "postbus",
              Set.of(
                  "message",
                  "keys",
                  "decision",
                  "logbook",
                  "peer",
                  "sequencer",
                  "gesprek",
                  "leesmee")),
          Map.entry(
              "aflevering", words("edge fsc logbook message peer postbus sequencer taak trace")),
          Map.entry(
              "stopbericht", Set.of("keys", "decision", "logbook", "sequencer", "taak", "postbus")),
          Map.entry("terugroeping", Set.of("logbook", "message", "peer", "sequencer")),
          Map.entry(
              "desk",
              Set.of(
                  "aansluiting",
                  "terugroeping",
                  "stopbericht",
                  "message",
                  "keys",
                  "subject",
                  "person",
                  "decision",
                  "logbook",
                  "peer",
                  "sequencer",
                  "postbus",
                  "onderzoek",
                  "notificatie",
                  "taak",
                  "acuut",
                  "nacontrole",
                  "vierogen",
                  "gesprek",
                  "leesmee",
                  "wissen",
                  "gezagsbron")),
          Map.entry("normen", Set.of("keys", "edge", "decision", "logbook", "sequencer")),
          Map.entry(
              "inzicht",
              Set.of(
                  "keys",
                  "subject",
                  "person",
                  "decision",
                  "logbook",
                  "sequencer",
                  "nacontrole",
                  "onderzoek",
                  "stopbericht",
                  "desk",
                  "vorm")),
          Map.entry(
              "besluit",
              Set.of(
                  "person",
                  "subject",
                  "decision",
                  "sequencer",
                  "stopbericht",
                  "desk",
                  "inzicht",
                  "gesprek",
                  "bewijs",
                  "vorm")),
          Map.entry(
              "maandoverzicht",
              Set.of(
                  "keys",
                  "person",
                  "logbook",
                  "sequencer",
                  "desk",
                  "inzicht",
                  "bewijs",
                  "papier",
                  "vorm")),
          Map.entry("formulier", Set.of("decision", "leesmee", "besluit", "papier", "vorm")),
          Map.entry(
              "bereik",
              Set.of(
                  "papier",
                  "person",
                  "subject",
                  "logbook",
                  "sequencer",
                  "postbus",
                  "taak",
                  "desk",
                  "vorm")),
          Map.entry("helpen", Set.of("sequencer", "desk", "vorm")),
          Map.entry(
              "evaluatie",
              words("besluit decision desk inzicht logbook peer person sequencer vorm")),
          Map.entry(
              "loket",
              Set.of(
                  "aanmelding",
                  "subject",
                  "person",
                  "decision",
                  "sequencer",
                  "desk",
                  "besluit",
                  "papier",
                  "formulier",
                  "vorm")),
          Map.entry(
              "toezicht",
              Set.of(
                  "aanmelding",
                  "decision",
                  "inzicht",
                  "keys",
                  "logbook",
                  "nacontrole",
                  "normen",
                  "sequencer",
                  "subject",
                  "vorm")),
          Map.entry("bundel", Set.of("keys", "logbook")),
          Map.entry("herstel", Set.of("bewijs", "keys", "logbook")),
          Map.entry(
              "zaakdossier",
              Set.of(
                  "bewijs",
                  "bundel",
                  "tijdstempel",
                  "decision",
                  "inzicht",
                  "keys",
                  "logbook",
                  "maandoverzicht",
                  "nacontrole",
                  "papier",
                  "sequencer",
                  "subject",
                  "taak",
                  "toezicht",
                  "verzoek",
                  "vorm")),
          Map.entry(
              "werklijst",
              words("decision desk nacontrole peer sequencer taak toezicht verzoek vierogen vorm")),
          Map.entry("controlebeleid", words("decision logbook peer sequencer taak vierogen")),
          Map.entry(
              "signaal",
              words("controlebeleid decision logbook nacontrole sequencer subject toezicht vorm")),
          Map.entry("vergelijking", words("logbook sequencer subject toezicht vorm")),
          Map.entry(
              "steekproef",
              words("controlebeleid logbook nacontrole sequencer signaal subject toezicht vorm")),
          Map.entry("bewijs", Set.of("keys", "person", "decision", "logbook", "peer", "desk")),
          Map.entry(
              "cijfers",
              Set.of("message", "decision", "logbook", "peer", "sequencer", "desk", "register")),
          Map.entry(
              "overleg",
              words("message keys subject decision logbook peer sequencer desk register")),
          Map.entry(
              "verzoek",
              Set.of(
                  "nacontrole",
                  "vierogen",
                  "keys",
                  "subject",
                  "person",
                  "decision",
                  "logbook",
                  "peer",
                  "sequencer",
                  "taak",
                  "postbus",
                  "desk",
                  "inzicht",
                  "besluit",
                  "vorm")),
          Map.entry(
              "ondertekening",
              Set.of(
                  "message",
                  "keys",
                  "subject",
                  "person",
                  "decision",
                  "logbook",
                  "peer",
                  "sequencer",
                  "desk",
                  "register")),
          Map.entry(
              "contact",
              Set.of(
                  "message",
                  "subject",
                  "decision",
                  "logbook",
                  "peer",
                  "sequencer",
                  "desk",
                  "register")),
          Map.entry(
              "exchange",
              Set.of(
                  "edge",
                  "meting",
                  "register",
                  "ondertekening",
                  "message",
                  "keys",
                  "subject",
                  "decision",
                  "logbook",
                  "peer",
                  "token",
                  "sequencer",
                  "acuut",
                  "nacontrole",
                  "postbus",
                  "trace")));

  /// These two stand at the end: the routes know every step, the wiring knows everything.
  static final Set<String> LAST = Set.of("http", "boot");

  private Steps() {}

  private static Set<String> words(String all) {
    return Set.of(all.split(" "));
  }
}
