package nl.sluis.gateway.aanmelding;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// Where sessions are while they last; whose they are stands sealed in them.
///
/// Implementations MUST be safe for many threads, and MUST forget a session at once when it ends.
interface SessionStore {
  /// A session that begins.
  ///
  /// @param key by which it is found; derived from what the browser keeps
  /// @param sealed who it is
  /// @param person by which all sessions of this person are found
  /// @param atProvider by which the provider ends those of a person
  /// @param providerSession by which the provider ends this one
  /// @param at when it began
  @SuppressWarnings("ArrayRecordComponent") // bytes for the store; compared by nobody
  record Begun(
      byte[] key,
      byte[] sealed,
      byte[] person,
      byte[] atProvider,
      Optional<byte[]> providerSession,
      Instant at) {}

  /// A session that is there.
  @SuppressWarnings("ArrayRecordComponent") // bytes from the store; compared by nobody
  record Kept(byte[] sealed, Instant begun, Instant seen) {}

  void insert(Begun begun) throws SQLException;

  Optional<Kept> find(byte[] key) throws SQLException;

  /// Notes that it was used.
  ///
  /// @return false when it is not there any more
  boolean see(byte[] key, Instant now) throws SQLException;

  /// Puts it under another key with another seal; when it began stays as it was.
  ///
  /// @return false when it is not there any more
  boolean replace(byte[] key, byte[] by, byte[] sealed) throws SQLException;

  void end(byte[] key) throws SQLException;

  /// Ends those of somebody by the word of the provider that began before this moment.
  void endOfProviderPerson(byte[] subject, Instant before) throws SQLException;

  /// Ends the one by the word of the provider, if it began before this moment.
  void endOfProviderSession(byte[] session, Instant before) throws SQLException;
}
