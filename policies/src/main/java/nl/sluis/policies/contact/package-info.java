/// Who speaks for a school, and which roles one person may not mix. Pure functions.
@NullMarked
package nl.sluis.policies.contact;

import org.jspecify.annotations.NullMarked;
