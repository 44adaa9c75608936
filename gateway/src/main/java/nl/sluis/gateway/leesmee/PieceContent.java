package nl.sluis.gateway.leesmee;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.sluis.gateway.logbook.CanonicalJson;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.scan.BsnScan;
import nl.sluis.policies.scan.TopicScan;
import nl.sluis.policies.terms.DataCategory;

/// What is wrong with a text that is laid ready, held against the rule under which it would go: no
/// family reads what could not be sent. Pure.
public final class PieceContent {
  private static final int LONGEST = 48 * 1024;

  private PieceContent() {}

  /// Has a value the form that a rule gives a category?
  @FunctionalInterface
  public interface Form {
    /// Whether it has.
    boolean fits(Convenant convenant, Rule rule, DataCategory category, JsonNode value);
  }

  /// Every sentence that is wrong with it, in Dutch; what was sent is not in them.
  ///
  /// @param content category by category
  public static List<String> faults(Convenant convenant, Rule rule, ObjectNode content, Form form) {
    var faults = new ArrayList<String>();
    if (content.isEmpty()) {
      faults.add("Leg ten minste één categorie klaar.");
    }
    if (content.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      faults.add("Een leesstuk is ten hoogste 48 KiB.");
    }
    if (!isCanonical(content)) {
      faults.add("Gebruik gehele getallen; breuken hebben geen vaste schrijfwijze.");
    }
    for (Map.Entry<String, JsonNode> one : content.properties()) {
      var category = DataCategory.of(one.getKey()).filter(c -> isNamed(rule, c));
      if (category.isEmpty()) {
        faults.add("Een van de categorieën hoort niet bij dit doel.");
      } else {
        value(convenant, rule, category.get(), one.getValue(), form, faults);
      }
    }
    return faults.stream().distinct().toList();
  }

  private static void value(
      Convenant convenant,
      Rule rule,
      DataCategory category,
      JsonNode value,
      Form form,
      List<String> faults) {
    var texts = new ArrayList<String>();
    collect(value, texts);
    if (!form.fits(convenant, rule, category, value)) {
      faults.add(category.name() + " heeft niet de vorm die het convenant voorschrijft.");
    }
    if (TopicScan.speaksOf(convenant.forbiddenWords(rule, category), texts)) {
      faults.add(category.name() + " gaat over iets dat daar niet mag staan.");
    }
    if (texts.stream().anyMatch(BsnScan::holdsBsn)) {
      faults.add(category.name() + " bevat een BSN; haal het weg.");
    }
  }

  private static boolean isNamed(Rule rule, DataCategory category) {
    var says = rule.categories().get(category);
    return says != null && says.presence() != Presence.VERBODEN;
  }

  private static boolean isCanonical(ObjectNode content) {
    try {
      CanonicalJson.encode(content);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static void collect(JsonNode value, List<String> into) {
    if (value.isTextual()) {
      into.add(value.asText());
    } else {
      value.forEach(child -> collect(child, into));
    }
  }
}
