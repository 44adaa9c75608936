/// Who speaks for a school, and in which role does this person act now?
@NullMarked
package nl.sluis.gateway.contact;

import org.jspecify.annotations.NullMarked;
