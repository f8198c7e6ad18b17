package dev.soc2.model.engagement;

/** How a subservice organisation is dealt with. */
public enum SubserviceMethod {
    /** Its controls are outside the description and the tests; what we assume of it is listed. */
    CARVE_OUT,
    /** Its controls are part of the description and are tested. */
    INCLUSIVE
}
