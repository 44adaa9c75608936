/// What people are told of what was put on record about them, and what they answer.
@NullMarked
package nl.sluis.consent.notice;

import org.jspecify.annotations.NullMarked;
