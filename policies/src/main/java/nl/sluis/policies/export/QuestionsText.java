package nl.sluis.policies.export;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.ConvenantShelf;
import nl.sluis.policies.convenant.Example;
import nl.sluis.policies.convenant.Governing;
import nl.sluis.policies.terms.NonEmpty;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.Reason;

/// The worked examples of a convenant as stated questions, in JSON, each with the answer that the
/// parties agreed on.
final class QuestionsText {
  private QuestionsText() {}

  static String of(Convenant convenant) {
    var shelf = new ConvenantShelf(NonEmpty.of(convenant.asIfAdopted()));
    var examples =
        convenant.examples().stream()
            .map(example -> example(example, shelf))
            .collect(Collectors.joining(",\n"));
    return """
    {
    "convenant": %s,
    "versie": %s,
    "digest": %s,
    "vragen": [
    %s
    ]
    }
    """
        .formatted(
            quoted(convenant.id()),
            quoted(convenant.version()),
            quoted(convenant.digest()),
            examples);
  }

  private static String example(Example example, ConvenantShelf shelf) {
    var fields = new TreeMap<String, String>();
    fields.put("titel", quoted(example.title()));
    fields.put("regel", quoted(example.ruleId()));
    fields.put("verwacht", expected(example));
    switch (shelf.governing(example.question())) {
      case Governing.Speaks(var speaking) -> {
        var stated = Stated.of(example.question(), speaking);
        fields.put("afzender", quoted(stated.sender()));
        fields.put("doel", quoted(stated.action()));
        fields.put("feiten", facts(stated));
      }
      case Governing.Unclear(var why) -> fields.put("vooraf", quoted(why.reason().code()));
    }
    return object(fields);
  }

  private static String expected(Example example) {
    var fields = new TreeMap<String, String>();
    fields.put("uitkomst", quoted(example.outcome()));
    fields.put("redenen", list(example.because().stream().map(Reason::code).toList()));
    fields.put(
        "verplichtingen", list(example.obligations().stream().map(Obligation::code).toList()));
    var withheld = new TreeMap<String, String>();
    example.withheld().forEach((k, reason) -> withheld.put(k.name(), quoted(reason.code())));
    fields.put("blijftAchter", object(withheld));
    return object(fields);
  }

  private static String facts(Stated stated) {
    var fields = new TreeMap<String, String>();
    stated.words().forEach((fact, word) -> fields.put(fact.key(), quoted(word)));
    stated.flags().forEach((fact, yes) -> fields.put(fact.key(), yes.toString()));
    stated.sets().forEach((fact, words) -> fields.put(fact.key(), list(words)));
    return object(fields);
  }

  private static String object(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> quoted(field.getKey()) + ": " + field.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String list(Collection<String> words) {
    return words.stream()
        .sorted()
        .map(QuestionsText::quoted)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String text) {
    var out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
