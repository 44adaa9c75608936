package nl.sluis.gateway.werkplek.overleg;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.sluis.gateway.client.Sent;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.werkplek.opstellen.CategoryForm;
import nl.sluis.policies.convenant.Condition;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.overleg.MemberList;
import nl.sluis.policies.terms.DataCategory;

/// What somebody is writing for a table, as it stands in the sealed draft: once, and per receiver
/// which part of it goes. Used by one thread.
final class Writing {
  static final String MINUTES = "verslag";
  static final String CONTRIBUTION = "inbreng";

  private final ObjectNode json;

  Writing(ObjectNode json) {
    this.json = json;
  }

  static Writing fresh() {
    return new Writing(JsonNodeFactory.instance.objectNode());
  }

  ObjectNode json() {
    return json;
  }

  String text(String name) {
    return json.path(name).asText("");
  }

  /// Is it the minutes, or what somebody brings in?
  boolean isMinutes() {
    return text("bijdrage").equals(MINUTES);
  }

  /// Takes over what a browser sent: fields of these forms, for these receivers, and no more.
  ///
  /// @param owner whether whoever writes owns the case; nobody else writes minutes
  void take(Asked asked, List<Share.Some> shares, boolean owner) throws InputFault {
    json.put("soort", asked.one("soort").equals("koppelcode") ? "koppelcode" : "eigen-kenmerk");
    json.put("kenmerk", asked.one("kenmerk"));
    var minutes = owner && asked.one("bijdrage").equals(MINUTES);
    json.put("bijdrage", minutes ? MINUTES : CONTRIBUTION);
    var written = json.putObject("inhoud");
    forms(shares)
        .forEach(
            (form, convenant) -> {
              var content = CategoryForm.of(convenant, form).orElseThrow().read(asked.form());
              if (!content.isEmpty()) {
                written.set(form, content);
              }
            });
    var necessity = json.putObject("noodzaak");
    for (var category : motivated(shares)) {
      var why = asked.one("noodzaak:" + category);
      if (!why.isEmpty()) {
        necessity.put(category.name(), why);
      }
    }
    var claimed = json.putObject("beweerd");
    for (var condition : claims(shares)) {
      var said = claimed.putObject(condition.code());
      for (var field : condition.fields()) {
        var typed = asked.one("beweerd:" + condition.code() + ":" + field);
        said.put(field, field.equals("datum") ? CategoryForm.day(typed) : typed);
      }
    }
    var to = json.putArray("naar");
    asked.many("naar").forEach(to::add);
    var along = json.putArray("mee");
    asked.many("mee").forEach(along::add);
  }

  /// The forms that go to anybody, once each, with the convenant in which each stands.
  static SortedMap<String, Convenant> forms(List<Share.Some> shares) {
    var forms = new TreeMap<String, Convenant>();
    for (var share : shares) {
      share.parts().values().forEach(says -> forms.putIfAbsent(says.form(), share.convenant()));
    }
    return forms;
  }

  /// The categories of which it must be said why they are necessary, by anybody's rule.
  static List<DataCategory> motivated(List<Share.Some> shares) {
    return shares.stream()
        .flatMap(
            share ->
                share.parts().entrySet().stream()
                    .filter(one -> one.getValue().motivated())
                    .map(Map.Entry::getKey))
        .distinct()
        .sorted()
        .toList();
  }

  /// What the sender says itself, by anybody's rule, once each; the rest Sluis finds out.
  static Collection<Condition> claims(List<Share.Some> shares) {
    var claims = new LinkedHashMap<String, Condition>();
    for (var share : shares) {
      for (var code : share.rule().conditions()) {
        var condition = share.convenant().conditions().get(code);
        if (condition != null && condition.source() == Condition.Source.BEWEERD) {
          claims.putIfAbsent(code, condition);
        }
      }
    }
    return claims.values();
  }

  /// What was written, by the name of the form.
  Map<String, ObjectNode> written() {
    var written = new TreeMap<String, ObjectNode>();
    json.path("inhoud")
        .properties()
        .forEach(
            one -> {
              if (one.getValue() instanceof ObjectNode content) {
                written.put(one.getKey(), content);
              }
            });
    return written;
  }

  JsonNode content(String form) {
    return json.path("inhoud").path(form);
  }

  String necessity(DataCategory category) {
    return json.path("noodzaak").path(category.name()).asText("");
  }

  String claim(String condition, String field) {
    return json.path("beweerd").path(condition).path(field).asText("");
  }

  /// Was this receiver chosen?
  boolean isFor(String seat) {
    return holds("naar", seat);
  }

  /// What was chosen for this receiver besides what its rule requires.
  Set<DataCategory> chosen(String seat) {
    var chosen = EnumSet.noneOf(DataCategory.class);
    for (var category : DataCategory.values()) {
      if (holds("mee", seat + "." + category.name())) {
        chosen.add(category);
      }
    }
    return chosen;
  }

  private boolean holds(String list, String word) {
    for (var one : json.path(list)) {
      if (one.asText().equals(word)) {
        return true;
      }
    }
    return false;
  }

  /// What is disclosed besides the categories, by its name in the message, in the order of every
  /// message.
  ///
  /// @param acting who acts, from the session and never from a form
  Map<String, JsonNode> disclosed(
      ObjectNode acting, Share.Some share, Set<DataCategory> goes, String table) {
    var nodes = JsonNodeFactory.instance;
    var disclosed = new LinkedHashMap<String, JsonNode>();
    disclosed.put(
        "betrokkene",
        nodes.objectNode().put("soort", text("soort")).put("waarde", text("kenmerk")));
    disclosed.put("handelend", acting);
    var conditions = new TreeMap<String, JsonNode>();
    for (var condition : claims(List.of(share))) {
      conditions.put(condition.code(), json.path("beweerd").path(condition.code()));
    }
    if (!table.isEmpty()) {
      conditions.put(
          MemberList.CONDITION,
          nodes.objectNode().put("bijdrage", text("bijdrage")).put("overleg", table));
    }
    conditions.forEach((code, said) -> disclosed.put("voorwaarde:" + code, said));
    for (var category : goes) {
      var says = share.parts().get(category);
      if (says != null && says.motivated() && !necessity(category).isEmpty()) {
        disclosed.put("noodzaak:" + category, nodes.textNode(necessity(category)));
      }
    }
    return disclosed;
  }

  /// The bytes that went to this receiver, or were about to; exactly those go again.
  Optional<Sent> sent(String seat) {
    var kept = json.path("verstuurd").path(seat);
    return kept.isObject()
        ? Optional.of(new Sent(kept.path("jti").asText(), kept.path("bericht").asText()))
        : Optional.empty();
  }

  void sent(String seat, Sent sent) {
    json.withObject("/verstuurd")
        .putObject(seat)
        .put("jti", sent.jti())
        .put("bericht", sent.text());
  }

  /// What Sluis answered about this receiver; a missing node when it did not.
  JsonNode answer(String seat) {
    return json.path("antwoord").path(seat);
  }

  void answered(String seat, int status, JsonNode body) {
    json.withObject("/verstuurd").remove(seat);
    var kept = json.withObject("/antwoord").putObject(seat).put("status", status);
    for (var name :
        List.of("uitkomst", "transactie", "code", "detail", "redenen", "achtergehouden")) {
      if (body.has(name)) {
        kept.set(name, body.get(name));
      }
    }
  }

  /// What was not let through may be written anew.
  void forgetRefused() {
    var refused = new ArrayList<String>();
    json.path("antwoord")
        .properties()
        .forEach(
            one -> {
              if (one.getValue().path("status").asInt() / 100 != 2) {
                refused.add(one.getKey());
              }
            });
    json.withObject("/antwoord").remove(refused);
  }
}
