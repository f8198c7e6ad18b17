package dev.soc2.model.result;

/** How the deviations of a sample are weighed. */
public interface SamplePolicy {

    /**
     * Whether a sample with deviations still supports the control.
     *
     * @param deviations deviations among the evaluated items, at least one
     * @param evaluated evaluated items
     * @return whether it is borne
     */
    boolean bears(long deviations, long evaluated);

    /**
     * The written form, as an assessment prints it.
     *
     * @return such as {@code SAMPLE 10% AT 90%}
     */
    String written();
}
