/// The Kennemerland story, played on a kept database and then left standing to look at.
@NullMarked
package nl.sluis.dev.demo;

import org.jspecify.annotations.NullMarked;
