/** A log as a folder of files that never change: hashes in tiles and entries in bundles, as C2SP tlog-tiles lays them out. */
@NullMarked
package dev.soc2.evidence.internal.tiles;

import org.jspecify.annotations.NullMarked;
