package nl.sluis.gateway.normen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.logs.data.Body;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A record of the Authorization Decision Log as a log record of OpenTelemetry.
///
/// OpenTelemetry has no field for the status of a record; it stands among the attributes, outside
/// the names of the standard. Immutable.
record DecisionRecord(Row row, ObjectNode record, Resource resource) implements LogRecordData {
  /// Where the status of the evaluation stands.
  static final String STATUS = "sluis.adl.status";

  private static final InstrumentationScopeInfo SCOPE =
      InstrumentationScopeInfo.create("authorization-decision-log");

  @Override
  public Resource getResource() {
    return resource;
  }

  @Override
  public InstrumentationScopeInfo getInstrumentationScopeInfo() {
    return SCOPE;
  }

  @Override
  public long getTimestampEpochNanos() {
    return LineSpan.nanos(row.at());
  }

  @Override
  public long getObservedTimestampEpochNanos() {
    return LineSpan.nanos(row.at());
  }

  @Override
  public SpanContext getSpanContext() {
    return LineSpan.context(row);
  }

  @Override
  public Severity getSeverity() {
    return Severity.INFO;
  }

  @Override
  public String getSeverityText() {
    return Severity.INFO.name();
  }

  // Asked of every record by the interface, and replaced by the value below.
  @Override
  @SuppressWarnings("deprecation")
  public Body getBody() {
    return Body.empty();
  }

  @Override
  public @Nullable Value<?> getBodyValue() {
    return record.has("body") ? value(record.get("body")) : null;
  }

  @Override
  public Attributes getAttributes() {
    var attributes = Attributes.builder().put(STATUS, record.path("status").asText());
    record
        .path("attributes")
        .properties()
        .forEach(
            entry -> {
              var key = entry.getKey();
              if (entry.getValue().isTextual()) {
                attributes.put(key, entry.getValue().asText());
              } else {
                attributes.put(AttributeKey.valueKey(key), value(entry.getValue()));
              }
            });
    if (record.has("parent_span_id")) {
      attributes.put("sluis.adl.parent_span_id", record.path("parent_span_id").asText());
    }
    return attributes.build();
  }

  @Override
  public int getTotalAttributeCount() {
    return getAttributes().size();
  }

  @Override
  public String getEventName() {
    return record.path("event_name").asText();
  }

  private static Value<?> value(JsonNode node) {
    if (node.isObject()) {
      var members = new ArrayList<KeyValue>();
      node.properties()
          .forEach(entry -> members.add(KeyValue.of(entry.getKey(), value(entry.getValue()))));
      return Value.of(members.toArray(KeyValue[]::new));
    }
    if (node.isArray()) {
      List<Value<?>> items = new ArrayList<>();
      node.forEach(item -> items.add(value(item)));
      return Value.of(items);
    }
    if (node.isBoolean()) {
      return Value.of(node.asBoolean());
    }
    return node.isIntegralNumber() ? Value.of(node.asLong()) : Value.of(node.asText());
  }
}
