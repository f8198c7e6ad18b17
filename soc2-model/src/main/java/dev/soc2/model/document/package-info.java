/** The written forms of the model's values: evidence lines, the engagement file, criteria and the assessment. */
@NullMarked
package dev.soc2.model.document;

import org.jspecify.annotations.NullMarked;
