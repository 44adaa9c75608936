package nl.sluis.gateway.bereik;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.gateway.vorm.Language;

/// One thing on record about how somebody is reached. Immutable.
///
/// @param who by which that person has a place at a child
/// @param own by which that person is the child
/// @param place at which it was said
/// @param matter ties what belongs together: the code of an address is made of it
/// @param address sealed with the key of the child; empty when there is none
/// @param by who put it on record: `portaal`, `sluis`, or an OIN and a role
/// @param language in which it was chosen; a letter is written in it where paper has it
public record ChannelRow(
    Hmac who,
    Hmac own,
    Place place,
    Step step,
    Channel channel,
    UUID matter,
    Optional<Sealed> address,
    Instant at,
    String by,
    Language language) {
  /// What was done.
  public enum Step {
    /// An address was given; it must be proved first.
    GEVRAAGD,
    /// It was chosen, and proved where that must be.
    GEKOZEN,
    /// It was switched off.
    UIT,
    /// A mail could not be delivered.
    MISLUKT,
    /// A letter came back.
    RETOUR
  }

  /// Sealed bytes.
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Sealed(byte[] bytes) {}

  /// The same about another step.
  ChannelRow then(Step next, Place at, Optional<Sealed> sealed, Instant now, String author) {
    return new ChannelRow(who, own, at, next, channel, matter, sealed, now, author, language);
  }

  /// The same, of whoever has this number.
  ChannelRow of(Hmac number) {
    return new ChannelRow(number, own, place, step, channel, matter, address, at, by, language);
  }

  @Override
  public String toString() {
    return channel.code() + " " + step;
  }
}
