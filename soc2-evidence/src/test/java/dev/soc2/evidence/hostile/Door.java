package dev.soc2.evidence.hostile;

import java.io.IOException;
import java.nio.file.Path;

/** A way for input to come in. */
@FunctionalInterface
interface Door {

    /** Lets in what lies at a path, which is all that lies in its folder. */
    Outcome open(Path path) throws IOException;
}
