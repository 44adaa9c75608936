package nl.sluis.policies.convenant;

import nl.sluis.policies.terms.Oin;

/// A power of attorney (volmacht, BW 3:60): another party signs the convenant in this party's name.
///
/// @param attorney who signs, such as the samenwerkingsverband for its school boards
/// @param days when the power holds
public record Proxy(Oin attorney, Days days) {}
