/// The partner's side: builds and opens messages and talks to Sluis.
@NullMarked
package nl.sluis.gateway.client;

import org.jspecify.annotations.NullMarked;
