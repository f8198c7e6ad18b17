package dev.soc2.architecture.bad.soc2.evidence;

/** Bad on purpose: an exception without issues that does not say what it is. */
public final class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Fault(String message) {
        super(message);
    }
}
