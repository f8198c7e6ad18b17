/** What a renderer is and what can be asked of one, for those who call renderers and for those who write them. */
@NullMarked
package dev.soc2.report.render;

import org.jspecify.annotations.NullMarked;
