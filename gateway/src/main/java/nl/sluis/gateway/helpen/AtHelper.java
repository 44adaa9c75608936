package nl.sluis.gateway.helpen;

import nl.sluis.gateway.desk.HelpingDesk.Helping;

/// A page of somebody as who helps reads it.
///
/// @param helping with what and until when
/// @param home where the pages of this one begin
/// @param page what the own page of that person shows
/// @param <T> of what
public record AtHelper<T>(Helping helping, String home, T page) {
  @Override
  public String toString() {
    return "page of a helper";
  }
}
