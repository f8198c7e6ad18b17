package dev.soc2.model.criteria;

/** The five categories that an examination can cover; security is in every one. */
public enum TrustServicesCategory {
    /** Protection against unauthorised access; its criteria are the common ones. */
    SECURITY,
    /** The system is available as committed. */
    AVAILABILITY,
    /** Processing is complete, valid, accurate, timely and authorised. */
    PROCESSING_INTEGRITY,
    /** Confidential information is protected as committed. */
    CONFIDENTIALITY,
    /** Personal information is handled as committed. */
    PRIVACY
}
