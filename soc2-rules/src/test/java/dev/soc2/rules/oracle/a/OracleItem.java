package dev.soc2.rules.oracle.a;

/** What becomes of one item. A reason of `*` stands for any: the specification names none. */
record OracleItem(String id, String outcome, String reason) {

    static final String ANY = "*";

    static OracleItem conforming(String id, String reason) {
        return new OracleItem(id, "CONFORMING", reason);
    }

    static OracleItem undetermined(String id, String reason) {
        return new OracleItem(id, "UNDETERMINED", reason);
    }

    static OracleItem pending(String id) {
        return new OracleItem(id, "PENDING", "NOT_YET_DUE");
    }

    static OracleItem outOfScope(String id, String reason) {
        return new OracleItem(id, "OUT_OF_SCOPE", reason);
    }

    boolean agrees(OracleItem actual) {
        return outcome.equals(actual.outcome) && (reason.equals(ANY) || reason.equals(actual.reason));
    }
}
