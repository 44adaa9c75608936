package nl.sluis.gateway.bedrijf;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.Optional;
import nl.sluis.gateway.normen.EndedSpan;
import nl.sluis.gateway.trace.Trace;

/// An exchange, or one step of it, as a span of OpenTelemetry. Immutable.
///
/// @param name the word of the step
/// @param trace the trace
/// @param action its own number
/// @param above the action of which it is part; empty when the trace begins with it
/// @param began in nanoseconds since 1970
/// @param nanos how long it took
/// @param attributes nothing but words of our own
record StepSpan(
    String name,
    SpanKind kind,
    String trace,
    String action,
    Optional<String> above,
    long began,
    long nanos,
    Attributes attributes,
    Resource resource)
    implements EndedSpan {
  private static final InstrumentationScopeInfo SCOPE =
      InstrumentationScopeInfo.create("sluis-stappen");

  /// A step of an exchange.
  static StepSpan below(
      String above, String trace, String name, long began, long nanos, Resource resource) {
    return new StepSpan(
        name,
        SpanKind.INTERNAL,
        trace,
        Trace.action(),
        Optional.of(above),
        began,
        nanos,
        Attributes.empty(),
        resource);
  }

  private SpanContext context(String number) {
    return SpanContext.create(trace, number, TraceFlags.getSampled(), TraceState.getDefault());
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public SpanKind getKind() {
    return kind;
  }

  @Override
  public SpanContext getSpanContext() {
    return context(action);
  }

  @Override
  public SpanContext getParentSpanContext() {
    return above.map(this::context).orElse(SpanContext.getInvalid());
  }

  @Override
  public StatusData getStatus() {
    return StatusData.unset();
  }

  @Override
  public long getStartEpochNanos() {
    return began;
  }

  @Override
  public long getEndEpochNanos() {
    return began + nanos;
  }

  @Override
  public Attributes getAttributes() {
    return attributes;
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
