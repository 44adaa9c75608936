/// How an organisation looks back at what went out: the control policy, what explains a row, what
/// stands out by arithmetic that anybody can redo, and a sample that nobody can steer. Pure
/// functions.
///
/// Everything here is about who acted. There is no type by which anything could be said of a child.
@NullMarked
package nl.sluis.policies.toezicht;

import org.jspecify.annotations.NullMarked;
