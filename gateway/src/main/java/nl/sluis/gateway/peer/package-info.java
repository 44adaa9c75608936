/// Who is at the other end: certificates, revocation lists, registered keys and mandates.
@NullMarked
package nl.sluis.gateway.peer;

import org.jspecify.annotations.NullMarked;
