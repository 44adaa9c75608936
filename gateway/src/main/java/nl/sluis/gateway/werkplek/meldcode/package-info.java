/// The guide through the five steps of the meldcode, and the road of acute danger, at the desk of
/// professionals (Wet verplichte meldcode huiselijk geweld en kindermishandeling; Wmo 2015 5.2.6).
///
/// The steps are done elsewhere and over days; here the form is filled in of which Sluis asks every
/// field. It is no case file: what was not sent yet stands in the sealed draft of a day, and what
/// was sent in what Sluis has.
@NullMarked
package nl.sluis.gateway.werkplek.meldcode;

import org.jspecify.annotations.NullMarked;
