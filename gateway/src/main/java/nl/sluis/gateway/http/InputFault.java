package nl.sluis.gateway.http;

import java.util.List;

/// Input that is not in form: every fault at once, none with the value that was wrong.
final class InputFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Field> fields;

  /// One fault.
  ///
  /// @param name where, as a path of field names; empty when it is the whole
  /// @param sentence what is wrong
  /// @param remedy what to do
  record Field(String name, String sentence, String remedy) {}

  InputFault(List<Field> fields) {
    super("input is not in form");
    this.fields = List.copyOf(fields);
  }

  List<Field> fields() {
    return fields;
  }
}
