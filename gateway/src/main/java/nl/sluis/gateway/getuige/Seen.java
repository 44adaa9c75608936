package nl.sluis.gateway.getuige;

/// The largest tree that a witness says it saw of a log, with its own signature under it.
///
/// @param size the number of rows
/// @param root the root at that size
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record Seen(long size, byte[] root) {}
