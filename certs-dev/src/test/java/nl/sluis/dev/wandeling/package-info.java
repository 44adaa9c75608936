/// The walks of the manual, followed to the letter in a real browser after the story.
@NullMarked
package nl.sluis.dev.wandeling;

import org.jspecify.annotations.NullMarked;
