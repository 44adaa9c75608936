/// The desk of privacy officers and of others who look after what an organisation does: who they
/// are, what each duty may open, and how they read and explain what was decided.
///
/// An officer stands in one organisation and finds only rows in which it takes part
/// (`docs/toezicht.md`).
@NullMarked
package nl.sluis.gateway.toezicht;

import org.jspecify.annotations.NullMarked;
