/// The convenant as one table per family of purposes, for people who read tables.
@NullMarked
package nl.sluis.policies.matrix;

import org.jspecify.annotations.NullMarked;
