/** Input that means harm: what it may do is end in a refusal with code, place and fix, in little time and little memory. */
@NullMarked
package dev.soc2.evidence.hostile;

import org.jspecify.annotations.NullMarked;
