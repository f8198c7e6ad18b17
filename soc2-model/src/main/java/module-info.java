/** Criteria, controls, engagements, evidence and results as immutable values, and their written forms. */
module dev.soc2.model {
    requires static transitive org.jspecify;
    requires transitive jakarta.validation;
    requires com.fasterxml.jackson.core;
    requires org.hibernate.validator;
    requires org.snakeyaml.engine;

    exports dev.soc2.model.control;
    exports dev.soc2.model.criteria;
    exports dev.soc2.model.document;
    exports dev.soc2.model.document.tree to
            dev.soc2.rules,
            dev.soc2.evidence,
            dev.soc2.report;
    exports dev.soc2.model.engagement;
    exports dev.soc2.model.evidence;
    exports dev.soc2.model.issue;
    exports dev.soc2.model.result;

    // Hibernate Validator reads the constraints of these values.
    opens dev.soc2.model.engagement to
            org.hibernate.validator;
}
