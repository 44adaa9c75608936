package nl.sluis.policies.convenant;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.terms.DataCategory;

/// Reads what one rule says of each category: must, may or must not, and how it travels.
final class CategoryRuleReader {
  private final Faults faults;
  private final Vocabulary vocabulary;
  private final Map<DataCategory, CategoryRule> rules = new EnumMap<>(DataCategory.class);

  CategoryRuleReader(Faults faults) {
    this.faults = faults;
    this.vocabulary = new Vocabulary(faults);
  }

  Map<DataCategory, CategoryRule> read(Entry block) {
    var entry = block.entry("categorieen");
    if (entry.isEmpty()) {
      faults.add(block.spot(), "Hier ontbreekt `categorieen`.");
      return rules;
    }
    entry.get().entry("verplicht").ifPresent(e -> allowed(e, Presence.VERPLICHT));
    entry.get().entry("optioneel").ifPresent(e -> allowed(e, Presence.OPTIONEEL));
    for (var word : entry.get().words("verboden")) {
      put(word, new CategoryRule(Presence.VERBODEN, Handling.GESCAND, false, false, word.value()));
    }
    entry.get().close();
    return rules;
  }

  private void allowed(Entry entry, Presence presence) {
    for (var key : entry.freeKeys()) {
      if (entry.isBlock(key.value())) {
        entry.entry(key.value()).ifPresent(block -> detailed(key, block, presence));
      } else {
        handling(entry.word(key.value()))
            .ifPresent(h -> put(key, new CategoryRule(presence, h, false, false, key.value())));
      }
    }
  }

  private void detailed(Word key, Entry block, Presence presence) {
    var handling = handling(block.word("wijze"));
    var motivated = block.flag("noodzaak");
    var consent = block.flag("toestemming");
    var form = block.find("vorm").map(Word::value).orElse(key.value());
    block.close();
    handling.ifPresent(h -> put(key, new CategoryRule(presence, h, motivated, consent, form)));
  }

  private Optional<Handling> handling(Word word) {
    return vocabulary.of(Handling.class, word, "De wijze");
  }

  // The first stays, so that what is allowed wrongly is also told as such.
  private void put(Word at, CategoryRule rule) {
    vocabulary
        .category(at)
        .filter(category -> rules.putIfAbsent(category, rule) != null)
        .ifPresent(
            category ->
                faults.add(
                    at.spot(), "De categorie `" + category + "` staat twee keer in deze regel."));
  }
}
