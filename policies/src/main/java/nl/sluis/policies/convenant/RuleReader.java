package nl.sluis.policies.convenant;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.LawRef;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Regime;

/// Reads one file of `regels/`: who may send what to whom.
final class RuleReader {
  private static final int DEFAULT_WAIT = 5;

  private final Faults faults;
  private final Vocabulary vocabulary;
  private final Map<String, String> laws;
  private final String base;

  RuleReader(Faults faults, Map<String, String> laws, String base) {
    this.faults = faults;
    this.vocabulary = new Vocabulary(faults);
    this.laws = laws;
    this.base = base;
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

  private Optional<Rule> rule(Entry block) {
    var id = block.word("id");
    var purpose = purpose(block.word("doel"));
    var lane = vocabulary.of(Lane.class, block.word("lane"), "De lane");
    var grounds = grounds(block);
    var secrecy = block.entry("geheimhouding").flatMap(this::law);
    var notice = block.entry("melding");
    var rule =
        new Draft(
            vocabulary.roles(block.words("vanRol")),
            vocabulary.roles(block.words("naarRol")),
            vocabulary.kinds(block.words("vanSoort")),
            vocabulary.kinds(block.words("naarSoort")));
    if (rule.from().isEmpty() || rule.to().isEmpty()) {
      faults.add(block.spot(), "Een regel noemt bij `vanRol` en `naarRol` ten minste één rol.");
    }
    var fixed = block.flag("vasteOntvanger");
    var aggregate = block.flag("alleenCijfers");
    var categories = categories(block);
    var consent = consent(block);
    var conditions = block.words("voorwaarden").stream().map(Word::value).toList();
    var references =
        vocabulary.allOf(ReferenceKind.class, block.words("verwijzing"), "De verwijzing");
    var forwarded =
        block.words("meegeven").stream().map(Word::value).collect(Collectors.toUnmodifiableSet());
    var channel = block.find("anderKanaal").map(Word::value);
    var moment = notice.map(n -> n.word("moment").value()).orElse("geen");
    var embargo = notice.map(n -> n.flag("embargoToegestaan")).orElse(false);
    notice.ifPresent(Entry::close);
    var obligations =
        vocabulary.allOf(Obligation.class, block.words("verplichtingen"), "De verplichting");
    var wait = block.number("wachttijdWerkdagen", DEFAULT_WAIT);
    var neverLapses = block.flag("vervaltNooit");
    var retention = block.word("bewaar").value();
    var sentence = block.word("gezin").value();
    if (purpose.isEmpty() || lane.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Rule(
            id.value(),
            purpose.get(),
            rule.from(),
            rule.to(),
            rule.fromKinds(),
            rule.toKinds(),
            fixed,
            aggregate,
            lane.get(),
            categories,
            grounds,
            secrecy,
            consent,
            conditions,
            references,
            forwarded,
            channel,
            isPublicTask(grounds),
            !moment.equals("geen"),
            embargo,
            obligations,
            wait,
            neverLapses,
            retention,
            sentence,
            place(block.spot())));
  }

  private record Draft(
      java.util.Set<nl.sluis.policies.terms.Role> from,
      java.util.Set<nl.sluis.policies.terms.Role> to,
      java.util.Set<String> fromKinds,
      java.util.Set<String> toKinds) {}

  private Optional<Purpose> purpose(Word word) {
    if (Purpose.isPurpose(word.value())) {
      return Optional.of(new Purpose(word.value()));
    }
    faults.add(word.spot(), "Een doel schrijft u in kleine letters met streepjes.");
    return Optional.empty();
  }

  private List<LawRef> grounds(Entry block) {
    var grounds = new ArrayList<LawRef>();
    for (var key : List.of("grondslagAvg", "uitzondering9")) {
      for (var article : block.words(key)) {
        grounds.add(new LawRef("AVG", article.value(), laws.getOrDefault("AVG", "")));
      }
    }
    for (var entry : block.entries("sectorwet")) {
      law(entry).ifPresent(grounds::add);
    }
    if (grounds.isEmpty()) {
      faults.add(block.spot(), "Deze regel noemt geen enkel artikel waar hij op rust.");
    }
    return grounds;
  }

  private Optional<LawRef> law(Entry entry) {
    var name = entry.word("wet");
    var article = entry.word("artikel");
    entry.close();
    if (!name.value().isEmpty() && !laws.containsKey(name.value())) {
      faults.add(name.spot(), "De wet `" + name.value() + "` staat niet in wetten.yaml.");
    }
    if (name.value().isEmpty() || article.value().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new LawRef(name.value(), article.value(), laws.getOrDefault(name.value(), "")));
  }

  private static boolean isPublicTask(List<LawRef> grounds) {
    return grounds.stream().anyMatch(g -> g.name().equals("AVG") && g.article().equals("6(1)(e)"));
  }

  private ConsentRequirement consent(Entry block) {
    return new ConsentRequirement(
        block
            .entry("toestemming")
            .map(
                entry -> {
                  var regimes = vocabulary.allOf(Regime.class, entry.words("regime"), "Het regime");
                  var givers = entry.word("gevers");
                  if (!givers.value().isEmpty()
                      && !givers.value().equals("volgens-leeftijd-en-gezag")) {
                    faults.add(
                        givers.spot(), "Bij `gevers` kent Sluis alleen volgens-leeftijd-en-gezag.");
                  }
                  entry.close();
                  return regimes;
                })
            .orElse(java.util.Set.of()));
  }

  private Map<DataCategory, CategoryRule> categories(Entry block) {
    var rules = new EnumMap<DataCategory, CategoryRule>(DataCategory.class);
    block
        .entry("categorieen")
        .ifPresentOrElse(
            entry -> {
              entry.entry("verplicht").ifPresent(e -> allowed(e, Presence.VERPLICHT, rules));
              entry.entry("optioneel").ifPresent(e -> allowed(e, Presence.OPTIONEEL, rules));
              for (var word : entry.words("verboden")) {
                var forbidden =
                    new CategoryRule(
                        Presence.VERBODEN, Handling.GESCAND, false, false, word.value());
                vocabulary.category(word).ifPresent(c -> put(word, c, forbidden, rules));
              }
              entry.close();
            },
            () -> faults.add(block.spot(), "Hier ontbreekt `categorieen`."));
    return rules;
  }

  private void allowed(Entry entry, Presence presence, Map<DataCategory, CategoryRule> rules) {
    for (var key : entry.freeKeys()) {
      var category = vocabulary.category(key);
      if (entry.isBlock(key.value())) {
        var block = entry.entry(key.value()).orElseThrow();
        var handling = vocabulary.of(Handling.class, block.word("wijze"), "De wijze");
        var motivated = block.flag("noodzaak");
        var consent = block.flag("toestemming");
        var form = block.find("vorm").map(Word::value).orElse(key.value());
        block.close();
        category.ifPresent(
            c ->
                handling.ifPresent(
                    h ->
                        put(
                            key,
                            c,
                            new CategoryRule(presence, h, motivated, consent, form),
                            rules)));
      } else {
        var handling = vocabulary.of(Handling.class, entry.word(key.value()), "De wijze");
        category.ifPresent(
            c ->
                handling.ifPresent(
                    h ->
                        put(
                            key,
                            c,
                            new CategoryRule(presence, h, false, false, key.value()),
                            rules)));
      }
    }
  }

  private void put(
      Word at, DataCategory category, CategoryRule rule, Map<DataCategory, CategoryRule> rules) {
    if (rules.putIfAbsent(category, rule) != null) {
      faults.add(at.spot(), "De categorie `" + category + "` staat twee keer in deze regel.");
    }
  }

  private String place(Spot spot) {
    return new Spot(spot.file().substring(base.length()), spot.line()).toString();
  }
}
