package nl.sluis.gateway.http;

import nl.sluis.gateway.fsc.PeerLog;

/// What the door for partners needs of FSC.
///
/// @param crossings lets requests through
/// @param log the transaction log as peers may read it
public record FscParts(Crossings crossings, PeerLog log) {}
