/// The form of what people see: pages, their texts in seven languages, and how they are printed.
///
/// What a page shows and does is for the parts that implement [PageRoutes]; they hold no HTML. How
/// it travels is for the routes, who alone know the web server.
@NullMarked
package nl.sluis.gateway.vorm;

import org.jspecify.annotations.NullMarked;
