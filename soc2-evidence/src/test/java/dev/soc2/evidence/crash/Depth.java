package dev.soc2.evidence.crash;

/** How much is tried: a little in each build, all of it with the profile {@code deep}. */
final class Depth {

    static final boolean DEEP = Boolean.getBoolean("soc2.deep");

    private Depth() {}

    static int of(String name, int usual, int deep) {
        return Integer.getInteger("soc2.crash." + name, DEEP ? deep : usual);
    }

    /** What was tried stands in the output of the build, so that a figure in the documents has a source. */
    static void tell(String what) {
        System.out.println("crash: " + what);
    }
}
