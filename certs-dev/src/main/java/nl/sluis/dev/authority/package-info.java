/// A toy authority in the manner of PKIoverheid, for development and tests only.
@NullMarked
package nl.sluis.dev.authority;

import org.jspecify.annotations.NullMarked;
