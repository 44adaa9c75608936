/// Access tokens that are worth nothing without the certificate they were issued to.
@NullMarked
package nl.sluis.gateway.token;

import org.jspecify.annotations.NullMarked;
