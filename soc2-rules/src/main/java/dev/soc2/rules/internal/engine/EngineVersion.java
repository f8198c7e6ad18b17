package dev.soc2.rules.internal.engine;

/** The version of the engine that stands in every assessment. */
final class EngineVersion {

    static final String CURRENT = "0.1.0";

    private EngineVersion() {}
}
