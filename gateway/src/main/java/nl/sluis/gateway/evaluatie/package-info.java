/// What a family is asked three months after help was allocated, and what it says of it when it
/// wants to: voluntary, read by whom the convenant names, and gone when it was fetched.
@NullMarked
package nl.sluis.gateway.evaluatie;

import org.jspecify.annotations.NullMarked;
