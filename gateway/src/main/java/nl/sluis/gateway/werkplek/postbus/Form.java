package nl.sluis.gateway.werkplek.postbus;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;

/// What somebody filled in, as it is shown again when something is missing. Immutable.
///
/// @param values by the name of the field
/// @param wrong the key of what went wrong; empty when nothing did
/// @param faults what the own check found, in sentences without a value
public record Form(Map<String, String> values, String wrong, List<String> faults) {
  /// Copies its parts.
  public Form {
    values = Map.copyOf(values);
    faults = List.copyOf(faults);
  }

  /// Nothing was filled in yet.
  static Form empty() {
    return new Form(Map.of(), "", List.of());
  }

  /// What came with a form, in these fields.
  ///
  /// @throws InputFault when one of them came more than once
  static Form of(Asked asked, String... fields) throws InputFault {
    var values = new TreeMap<String, String>();
    for (var field : fields) {
      values.put(field, asked.one(field));
    }
    return new Form(values, "", List.of());
  }

  /// The same, with the key of what is wrong with it.
  Form wrong(String key) {
    return new Form(values, key, List.of());
  }

  /// The same, with what the own check found.
  Form faulty(List<String> sentences) {
    return new Form(values, PostbusPart.TEXTS + "nagekeken", sentences);
  }

  /// What stands in a field; empty when nothing does.
  public String value(String field) {
    return values.getOrDefault(field, "");
  }

  /// Was this chosen?
  public boolean is(String field, String value) {
    return value(field).equals(value);
  }

  /// Tells which fields there are, never what stands in them.
  @Override
  public String toString() {
    return "Form" + values.keySet();
  }
}
