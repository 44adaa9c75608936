package nl.sluis.consent.subject;

import java.util.Optional;
import java.util.UUID;

/// Seals what is told of a person and would single that person out, so that the database does not
/// say who somebody is (design 10.20): a birth date and a municipality are a name.
///
/// The keys live outside the database. Every implementation may be shared between threads.
public interface PersonSeal {
  /// What is told, sealed; another text each time.
  ///
  /// @param what the kind of fact; it opens as that kind and at that person only
  byte[] seal(UUID subject, String what, byte[] clear);

  /// What was told; empty once the person was erased.
  ///
  /// @throws IllegalStateException when it was changed, or belongs elsewhere
  Optional<byte[]> open(UUID subject, String what, byte[] sealed);

  /// The same 32 bytes each time for the same person and text, and noise to everybody else: to
  /// write down that something was done without saying what.
  byte[] mark(UUID subject, String text);
}
