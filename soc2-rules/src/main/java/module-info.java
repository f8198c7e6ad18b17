/** Rule packs, and the engine that concludes on controls over a period. */
module dev.soc2.rules {
    requires static transitive org.jspecify;
    requires transitive dev.soc2.model;
    requires re2j;

    exports dev.soc2.rules;
    exports dev.soc2.rules.custom;
    exports dev.soc2.rules.mapping;
    exports dev.soc2.rules.rule;
    exports dev.soc2.rules.sampling;
    exports dev.soc2.rules.scenario;
    exports dev.soc2.rules.spi;

    uses dev.soc2.rules.spi.RulePackProvider;
    uses dev.soc2.rules.spi.RuleProvider;
}
