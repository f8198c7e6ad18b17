/** What hosts register as services. */
@NullMarked
package dev.soc2.rules.internal.service;

import org.jspecify.annotations.NullMarked;
