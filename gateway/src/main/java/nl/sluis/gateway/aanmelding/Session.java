package nl.sluis.gateway.aanmelding;

import java.time.Instant;
import nl.sluis.gateway.person.SignedIn;

/// Somebody who is logged in with a browser now.
///
/// @param who this is
/// @param begun when
/// @param formToken stands in every form of this session and in no other; who does not have it did
///   not see the form
public record Session(SignedIn who, Instant begun, String formToken) {
  /// Says nothing about who it is.
  @Override
  public String toString() {
    return "session";
  }
}
