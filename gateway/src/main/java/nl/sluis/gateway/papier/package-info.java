/// What people get on paper: the same templates and texts as their pages, as a PDF that a screen
/// reader can read too.
@NullMarked
package nl.sluis.gateway.papier;

import org.jspecify.annotations.NullMarked;
