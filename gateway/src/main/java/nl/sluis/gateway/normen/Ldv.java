package nl.sluis.gateway.normen;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Reason;

/// A row as a line of Logboek Dataverwerkingen: one for each row about a person, none left out.
///
/// The attributes are those of the standard and no others; the kinds of data stand in the name
/// (level 2: by column), never the data. May be shared between threads.
final class Ldv {
  static final String ACTIVITY = "dpl.core.processing_activity_id";
  static final String SUBJECT = "dpl.core.data_subject_id";
  static final String SUBJECT_TYPE = "dpl.core.data_subject_id_type";
  static final String PROCESSOR = "dpl.core.foreign_operation.processor";
  static final String SERVICE = "service.name";
  static final String LOGBOOK = "sluis.logboek";
  static final String SLUIS = "sluis";

  private final Register register;
  private final String origin;

  /// @param origin the name of the logbook for others
  Ldv(Register register, String origin) {
    this.register = register;
    this.origin = origin;
  }

  /// What a line says, before it has a form.
  ///
  /// @param row the row it is made from
  /// @param activity to which it belongs
  /// @param name what was done, in plain Dutch
  /// @param failed whether something broke inside Sluis; a refusal is no failure
  /// @param attributes those of `dpl.core`
  record Line(Row row, Activity activity, String name, boolean failed, ObjectNode attributes) {
    String status() {
      return failed ? "Error" : "Ok";
    }
  }

  /// The line of a row; empty when it processes nothing of anybody, or is not for this reader.
  Optional<Line> line(Row row, Reader reader) {
    return reader.reads(row)
        ? register.activity(row).map(activity -> line(row, activity, reader))
        : Optional.empty();
  }

  private Line line(Row row, Activity activity, Reader reader) {
    var attributes = JsonNodeFactory.instance.objectNode();
    attributes.put(ACTIVITY, activity.uri());
    row.subject()
        .ifPresent(
            subject ->
                attributes
                    .put(SUBJECT, reader.number(subject))
                    .put(SUBJECT_TYPE, register.subjectType()));
    // Who called is told to that organisation or its counterpart, and to no log of the whole.
    if (reader.organisation().isPresent() && row.caller().isPresent()) {
      row.calling().map(register::party).ifPresent(caller -> attributes.put(PROCESSOR, caller));
    }
    return new Line(row, activity, name(row), isFailed(row), attributes);
  }

  private static String name(Row row) {
    var categories =
        row.categories().stream().map(DataCategory::slug).collect(Collectors.joining(", "));
    var sentence = Deed.of(row.kind()).sentence();
    return categories.isEmpty() ? sentence : sentence + ": " + categories;
  }

  /// A check that broke inside Sluis; whatever else is refused is an answer, not an error.
  static boolean isFailed(Row row) {
    for (var reason : row.detail().path("redenen")) {
      if (reason.path("code").asText().equals(Reason.REGEL_DEFECT.name())) {
        return true;
      }
    }
    return false;
  }

  /// Who wrote it: the same in every line.
  ObjectNode resource() {
    var resource = JsonNodeFactory.instance.objectNode();
    resource.putObject("attributes").put(SERVICE, SLUIS).put(LOGBOOK, origin);
    return resource;
  }

  /// A line in the names of the standard.
  ObjectNode write(Line line) {
    var row = line.row();
    var node = JsonNodeFactory.instance.objectNode();
    node.put("trace_id", row.trace());
    node.put("span_id", row.action());
    row.above().ifPresent(above -> node.put("parent_span_id", above));
    node.put("status", line.status());
    node.put("name", line.name());
    node.put("start_time", row.at().toEpochMilli());
    node.put("end_time", row.at().toEpochMilli());
    node.set("resource", resource());
    node.set("attributes", line.attributes());
    return node;
  }

  /// A line as the extension for reading has it.
  ObjectNode told(Line line) {
    var row = line.row();
    var node = JsonNodeFactory.instance.objectNode();
    node.put("traceId", Lezen.uuid(row.trace()));
    node.put("spanId", row.action());
    row.above().ifPresent(above -> node.put("parentSpanId", above));
    node.put("status", line.status());
    node.put("name", line.name());
    node.put("startTime", row.at().toString());
    node.put("endTime", row.at().toString());
    node.set("resource", resource());
    node.set("attributes", line.attributes());
    return node;
  }
}
