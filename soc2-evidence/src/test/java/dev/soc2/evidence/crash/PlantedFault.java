package dev.soc2.evidence.crash;

/** Faults that are put into a store on purpose: what tests a store for crashes must find each of them. */
enum PlantedFault {
    NONE(""),
    /** The write-ahead log is not synced at a commit. */
    UNSYNCED_COMMIT("lost: "),
    /** A record is acknowledged when its commit begins. */
    EARLY_ACKNOWLEDGEMENT("lost: "),
    /** The nodes of the tree are written in a transaction of their own. */
    LATE_NODES("not intact: SOC2-E220");

    private final String symptom;

    PlantedFault(String symptom) {
        this.symptom = symptom;
    }

    /** How the fault shows. */
    String symptom() {
        return symptom;
    }

    boolean acknowledgesFirst() {
        return this == EARLY_ACKNOWLEDGEMENT;
    }
}
