/// What is asked of the convenant: one message, with every fact that bears on it.
@NullMarked
package nl.sluis.policies.question;

import org.jspecify.annotations.NullMarked;
