/// Who somebody is that comes without a certificate: a parent, a guardian, a young person.
@NullMarked
package nl.sluis.gateway.person;

import org.jspecify.annotations.NullMarked;
