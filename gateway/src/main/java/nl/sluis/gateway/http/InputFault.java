package nl.sluis.gateway.http;

import java.util.List;

/// Input that is not in form: every fault at once, none with the value that was wrong.
final class InputFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Field> fields;

  /// One fault.
  ///
  /// @param name where, as a path of field names such as `verklaringen[0].tijdstip`; empty when it
  ///   is the whole, and ending in `?` when it is a field whose name we do not repeat
  /// @param code what is wrong, for a program
  /// @param sentence what is wrong
  /// @param remedy what to do
  record Field(String name, FieldCode code, String sentence, String remedy) {
    /// What only whoever reads the field can say of it.
    Field(String name, String sentence, String remedy) {
      this(name, FieldCode.VELD_WAARDE_ONJUIST, sentence, remedy);
    }

    /// Where, as a JSON Pointer (RFC 6901); a field whose name we do not repeat is told by the
    /// object in which it stands.
    String pointer() {
      var pointer = new StringBuilder();
      for (var part : name.split("[.\\[]", -1)) {
        var step = part.endsWith("]") ? part.substring(0, part.length() - 1) : part;
        if (!step.isEmpty() && !step.equals("?")) {
          pointer.append('/').append(step.replace("~", "~0").replace("/", "~1"));
        }
      }
      return pointer.toString();
    }

    /// The same fault under another code.
    Field as(FieldCode other) {
      return new Field(name, other, sentence, remedy);
    }

    /// Does it stand somewhere inside what this one is about?
    boolean isWithin(Field whole) {
      return !whole.name.isEmpty()
          && (name.startsWith(whole.name + ".") || name.startsWith(whole.name + "["));
    }
  }

  InputFault(List<Field> fields) {
    super("input is not in form");
    this.fields = List.copyOf(fields);
  }

  List<Field> fields() {
    return fields;
  }
}
