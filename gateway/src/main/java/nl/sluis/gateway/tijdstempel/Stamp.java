package nl.sluis.gateway.tijdstempel;

import java.time.Instant;

/// A timestamp with what is needed to believe it when every certificate in it has ended.
///
/// @param response the answer of the authority (RFC 3161 TimeStampResp, DER)
/// @param at the time that it says
/// @param chain the certificates from that of the authority to a trusted one, PEM
/// @param lists the revocation lists that were looked at, PEM; empty when none were
@SuppressWarnings("ArrayRecordComponent") // stored and checked, never compared
public record Stamp(byte[] response, Instant at, String chain, String lists) {}
