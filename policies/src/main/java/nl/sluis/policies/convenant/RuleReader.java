package nl.sluis.policies.convenant;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.Ages;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// Reads one file of `regels/`: who may send what to whom.
final class RuleReader {
  private static final int DEFAULT_WAIT = 5;
  private static final int OLDEST = 99;

  private final Faults faults;
  private final Vocabulary vocabulary;
  private final GroundsReader grounds;

  private final Map<String, LegalPoint> points;
  private final Map<String, Retention> retentions;

  /// @param points the points of law, some of which a rule leans on without naming them
  /// @param retentions the terms, some of which wait for a point of law
  RuleReader(
      Faults faults,
      Map<String, String> laws,
      Map<String, LegalPoint> points,
      Map<String, Retention> retentions) {
    this.faults = faults;
    this.points = points;
    this.retentions = retentions;
    this.vocabulary = new Vocabulary(faults);
    this.grounds = new GroundsReader(faults, laws);
  }

  List<Rule> read(Entry file) {
    var rules = new ArrayList<Rule>();
    for (var block : file.entries("regels")) {
      rule(block).ifPresent(rules::add);
      block.close();
    }
    file.close();
    return rules;
  }

  // Every part is read, also when another part is wrong, so that every fault is told.
  private Optional<Rule> rule(Entry block) {
    var id = block.word("id").value();
    var purpose = purpose(block.word("doel"));
    var lane = vocabulary.of(Lane.class, block.word("lane"), "De lane");
    var traffic = traffic(block);
    var categories = new CategoryRuleReader(faults).read(block);
    var articles = grounds.grounds(block);
    var secrecy = grounds.secrecyKey(block);
    var consent = grounds.consent(block);
    var ages = ages(block);
    var notice = notice(block);
    var conditions = block.words("voorwaarden").stream().map(Word::value).toList();
    var references =
        vocabulary.allOf(ReferenceKind.class, block.words("verwijzing"), "De verwijzing");
    var named = block.words("jurist").stream().map(Word::value).toList();
    seeds(block);
    var channel = block.find("anderKanaal").map(Word::value);
    var aggregate = block.flag("alleenCijfers");
    var obligations =
        vocabulary.allOf(Obligation.class, block.words("verplichtingen"), "De verplichting");
    var wait = block.number("wachttijdWerkdagen", DEFAULT_WAIT);
    var neverLapses = block.flag("vervaltNooit");
    var retention = block.word("bewaar").value();
    var sentence = block.word("gezin").value();
    var forwarded = forwarded(block);
    var legalPoints = new LinkedHashSet<>(named);
    if (channel.isEmpty()) {
      points.values().stream()
          .filter(point -> point.bearing().isOn(references, consent, categories))
          .forEach(point -> legalPoints.add(point.id()));
      Optional.ofNullable(retentions.get(retention))
          .ifPresent(term -> legalPoints.addAll(term.legalPoints()));
    }
    if (purpose.isEmpty() || lane.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Rule(
            id,
            purpose.get(),
            traffic.from(),
            traffic.to(),
            traffic.fromKinds(),
            traffic.toKinds(),
            traffic.fixed(),
            aggregate,
            lane.get(),
            categories,
            articles,
            secrecy,
            consent,
            ages,
            conditions,
            references,
            forwarded,
            channel,
            GroundsReader.isPublicTask(articles),
            notice.told(),
            notice.embargo(),
            obligations,
            wait,
            neverLapses,
            retention,
            sentence,
            List.copyOf(legalPoints),
            block.spot().toString()));
  }

  private record Traffic(
      Set<Role> from, Set<Role> to, Set<String> fromKinds, Set<String> toKinds, boolean fixed) {}

  private Traffic traffic(Entry block) {
    var from = vocabulary.roles(block.words("vanRol"));
    var to = vocabulary.roles(block.words("naarRol"));
    if (from.isEmpty() || to.isEmpty()) {
      faults.add(block.spot(), "Een regel noemt bij `vanRol` en `naarRol` ten minste één rol.");
    }
    return new Traffic(
        from,
        to,
        vocabulary.kinds(block.words("vanSoort")),
        vocabulary.kinds(block.words("naarSoort")),
        block.flag("vasteOntvanger"));
  }

  private Ages ages(Entry block) {
    var from = block.number("leeftijdVanaf", 0);
    var until =
        block.find("leeftijdTot").isPresent()
            ? Optional.of(block.number("leeftijdTot", OLDEST))
            : Optional.<Integer>empty();
    if (from >= OLDEST || until.filter(end -> end <= from || end > OLDEST).isPresent()) {
      faults.add(
          block.spotOf(until.isPresent() ? "leeftijdTot" : "leeftijdVanaf"),
          "`leeftijdTot` is hoger dan `leeftijdVanaf`, en geen van beide is meer dan "
              + OLDEST
              + ".");
      return Ages.ALL;
    }
    return new Ages(from, until);
  }

  // For readers of the file: the seed table in the manual holds it against the documents.
  private void seeds(Entry block) {
    for (var seed : block.words("bron")) {
      if (!seed.value().matches("Z[0-9]")) {
        faults.add(seed.spot(), "Een brondocument heet Z met een cijfer, zoals Z1.");
      }
    }
  }

  private record Notice(boolean told, boolean embargo) {}

  private Notice notice(Entry block) {
    var entry = block.entry("melding");
    if (entry.isEmpty()) {
      return new Notice(false, false);
    }
    var moment = entry.get().word("moment");
    if (!Set.of("vooraf", "direct", "achteraf", "geen", "").contains(moment.value())) {
      faults.add(moment.spot(), "Bij `moment` hoort vooraf, direct, achteraf of geen.");
    }
    var embargo = entry.get().flag("embargoToegestaan");
    entry.get().close();
    return new Notice(!moment.value().equals("geen"), embargo);
  }

  private static Set<String> forwarded(Entry block) {
    return block.words("meegeven").stream()
        .map(Word::value)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Optional<Purpose> purpose(Word word) {
    if (Purpose.isPurpose(word.value())) {
      return Optional.of(new Purpose(word.value()));
    }
    faults.add(word.spot(), "Een doel schrijft u in kleine letters met streepjes.");
    return Optional.empty();
  }
}
