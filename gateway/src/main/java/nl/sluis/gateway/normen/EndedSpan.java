package nl.sluis.gateway.normen;

import io.opentelemetry.sdk.common.InstrumentationLibraryInfo;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;

/// A span that was made when what it tells of was over, and of which nothing was left out: no
/// tracer had a hand in it. It has no events and no links.
public interface EndedSpan extends SpanData {
  @Override
  default List<EventData> getEvents() {
    return List.of();
  }

  @Override
  default List<LinkData> getLinks() {
    return List.of();
  }

  @Override
  default boolean hasEnded() {
    return true;
  }

  @Override
  default int getTotalRecordedEvents() {
    return 0;
  }

  @Override
  default int getTotalRecordedLinks() {
    return 0;
  }

  @Override
  default int getTotalAttributeCount() {
    return getAttributes().size();
  }

  // Asked of every span by the interface, and used by nothing any more.
  @Override
  @SuppressWarnings("deprecation")
  default InstrumentationLibraryInfo getInstrumentationLibraryInfo() {
    return InstrumentationLibraryInfo.create(getInstrumentationScopeInfo().getName(), null);
  }
}
