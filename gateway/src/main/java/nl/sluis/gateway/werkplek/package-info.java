/// The desk of the professionals of an organisation whose own software is not connected yet: pages
/// for staff, and towards Sluis nothing but a connected system.
///
/// It knows no table and no step of the gateway; what is done here goes along `/v1` as everything
/// of a partner does.
@NullMarked
package nl.sluis.gateway.werkplek;

import org.jspecify.annotations.NullMarked;
