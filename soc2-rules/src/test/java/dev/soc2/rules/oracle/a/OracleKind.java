package dev.soc2.rules.oracle.a;

import java.util.List;

/** A rule kind: how to draw a case of it, and what its definition says of a case. */
interface OracleKind {

    OracleCase draw(OracleDice dice);

    List<OracleItem> items(OracleCase drawn);

    /** What the engine says of a case, to be held against it. */
    default List<OracleItem> found(OracleCase drawn) {
        return OracleComparison.engine(drawn);
    }
}
