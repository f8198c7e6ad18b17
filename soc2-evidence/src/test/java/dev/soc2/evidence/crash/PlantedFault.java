package dev.soc2.evidence.crash;

/** Faults that are put into a store on purpose: what tests a store for crashes must find each of them. */
enum PlantedFault {
    NONE,
    /** The write-ahead log is not synced at a commit. */
    UNSYNCED_COMMIT,
    /** A record is acknowledged when its commit begins. */
    EARLY_ACKNOWLEDGEMENT,
    /** The nodes of the tree are written in a transaction of their own. */
    LATE_NODES;

    boolean acknowledgesFirst() {
        return this == EARLY_ACKNOWLEDGEMENT;
    }
}
