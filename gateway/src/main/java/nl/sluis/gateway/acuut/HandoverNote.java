package nl.sluis.gateway.acuut;

import java.util.Optional;
import java.util.UUID;
import nl.sluis.policies.terms.Municipality;
import nl.sluis.policies.terms.Oin;

/// That a report came to the Veilig Thuis of another region, which must hand it over (design
/// 10.15).
///
/// @param transaction the exchange
/// @param by the Veilig Thuis that got it
/// @param residence where the child lives; empty when that is not on record
/// @param to the Veilig Thuis of that municipality; empty when no convenant names it
public record HandoverNote(
    UUID transaction, Oin by, Optional<Municipality> residence, Optional<Oin> to) {}
