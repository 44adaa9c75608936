package nl.sluis.gateway.normen;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/// A line of Logboek Dataverwerkingen as a span of OpenTelemetry, which is how OTLP carries it.
///
/// It is made from a row long after what it tells of, so no tracer made it and none leaves it out.
/// Immutable.
record LineSpan(Ldv.Line line, Resource resource) implements EndedSpan {
  static final InstrumentationScopeInfo SCOPE =
      InstrumentationScopeInfo.create("logboek-dataverwerkingen");

  /// The context of a row, as lines and decisions share it.
  static SpanContext context(Row row) {
    return SpanContext.create(
        row.trace(), row.action(), TraceFlags.getSampled(), TraceState.getDefault());
  }

  static long nanos(Instant at) {
    return TimeUnit.MILLISECONDS.toNanos(at.toEpochMilli());
  }

  @Override
  public String getName() {
    return line.name();
  }

  @Override
  public SpanKind getKind() {
    return line.row().caller().isPresent() ? SpanKind.SERVER : SpanKind.INTERNAL;
  }

  @Override
  public SpanContext getSpanContext() {
    return context(line.row());
  }

  @Override
  public SpanContext getParentSpanContext() {
    return line.row()
        .above()
        .map(
            above ->
                SpanContext.create(
                    line.row().trace(), above, TraceFlags.getSampled(), TraceState.getDefault()))
        .orElse(SpanContext.getInvalid());
  }

  @Override
  public StatusData getStatus() {
    return line.failed() ? StatusData.error() : StatusData.ok();
  }

  @Override
  public long getStartEpochNanos() {
    return nanos(line.row().at());
  }

  @Override
  public long getEndEpochNanos() {
    return nanos(line.row().at());
  }

  @Override
  public Attributes getAttributes() {
    var attributes = Attributes.builder();
    line.attributes()
        .properties()
        .forEach(entry -> attributes.put(entry.getKey(), entry.getValue().asText()));
    return attributes.build();
  }

  @Override
  public InstrumentationScopeInfo getInstrumentationScopeInfo() {
    return SCOPE;
  }

  @Override
  public Resource getResource() {
    return resource;
  }
}
