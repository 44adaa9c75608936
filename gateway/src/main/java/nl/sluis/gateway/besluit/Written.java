package nl.sluis.gateway.besluit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.terms.DataCategory;

/// What a text says of one kind of data, as people read it on a page and on paper. Immutable.
///
/// @param name of the kind of data, in the words of the convenant
/// @param said field by field
public record Written(String name, List<Said> said) {
  /// Copies its list.
  public Written {
    said = List.copyOf(said);
  }

  /// One thing that it says.
  ///
  /// @param field as people read it
  public record Said(String field, String text) {
    @Override
    public String toString() {
      return field;
    }
  }

  /// The content of a text, kind by kind.
  ///
  /// @param content an object with a member for each of these kinds
  public static List<Written> of(Set<DataCategory> categories, JsonNode content, Convenant words) {
    var all = new ArrayList<Written>();
    for (var category : categories.stream().sorted().toList()) {
      var said = new ArrayList<Said>();
      for (var field : content.path(category.name()).properties()) {
        texts(field.getValue()).forEach(text -> said.add(new Said(spaced(field.getKey()), text)));
      }
      all.add(new Written(words.labels().getOrDefault(category, ""), said));
    }
    return all;
  }

  private static List<String> texts(JsonNode value) {
    if (!value.isContainerNode()) {
      return List.of(value.asText());
    }
    var all = new ArrayList<String>();
    value.forEach(child -> all.addAll(texts(child)));
    return all;
  }

  /// A field as people read it: `kanNiet` is «kan niet».
  private static String spaced(String field) {
    var words = new StringBuilder();
    for (int at = 0; at < field.length(); at++) {
      char letter = field.charAt(at);
      if (Character.isUpperCase(letter)) {
        words.append(' ');
      }
      words.append(Character.toLowerCase(letter));
    }
    return words.toString();
  }
}
