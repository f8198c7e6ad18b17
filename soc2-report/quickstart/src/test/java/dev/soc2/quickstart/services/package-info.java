/** What hosts register as services is found: on the class path, and in a layer of modules. */
@NullMarked
package dev.soc2.quickstart.services;

import org.jspecify.annotations.NullMarked;
