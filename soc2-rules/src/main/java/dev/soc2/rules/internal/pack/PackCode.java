package dev.soc2.rules.internal.pack;

import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.Node;

/**
 * The faults that only rule packs and their tailoring can have, with their stable codes; those of any document
 * ({@code SOC2-D...}: unknown fields, unknown words, values that cannot be read) are told by the reader below.
 *
 * <p>A code keeps its meaning once released and is never used again for another fault.
 */
public enum PackCode {
    /** A file cannot be opened. */
    UNREADABLE("SOC2-R001"),
    /** The id of a pack, a control or a test has another form than ids have. */
    ID("SOC2-R002"),
    /** A pack has a control twice. */
    DUPLICATE_CONTROL("SOC2-R003"),
    /** A control has a test twice. */
    DUPLICATE_TEST("SOC2-R004"),
    /** A pack points to a criteria catalogue that is not at hand: neither that of the library nor one handed over. */
    UNKNOWN_CATALOGUE("SOC2-R005"),
    /** A control points to a criterion that the catalogue does not have. */
    UNKNOWN_CRITERION("SOC2-R006"),
    /** A control covers a part of a criterion that it does not address. */
    CRITERION_NOT_ADDRESSED("SOC2-R007"),
    /** A control points to a programme requirement that the pack does not list. */
    UNKNOWN_REQUIREMENT("SOC2-R008"),
    /** The name of an evidence type has another form than such names have. */
    EVIDENCE_TYPE("SOC2-R009"),
    /** A field names an attribute that none of its evidence types declares. */
    UNDECLARED_FIELD("SOC2-R010"),
    /** A field holds another kind of value than its place needs. */
    FIELD_TYPE("SOC2-R011"),
    /** An expression cannot be compiled against the vocabulary. */
    EXPRESSION("SOC2-R012"),
    /** The parts of a rule, a test or a control are right in themselves and do not fit together. */
    INVARIANT("SOC2-R013"),
    /** A field that has no effect beside the others. */
    WITHOUT_EFFECT("SOC2-R014"),
    /** A name is given twice, to steps or stages of one rule. */
    DUPLICATE_NAME("SOC2-R015"),
    /** A path names a step that the rule does not have. */
    UNKNOWN_STEP("SOC2-R016"),
    /** The name of an attribute cannot be written in an expression. */
    ATTRIBUTE_NAME("SOC2-R017"),
    /** An override names a control that no pack has. */
    TAILORED_CONTROL("SOC2-R020"),
    /** An override names a test that its control does not have. */
    TAILORED_TEST("SOC2-R021"),
    /** An override names a parameter that the rule of its test does not have. */
    TAILORED_PARAMETER("SOC2-R022");

    private final String code;

    PackCode(String code) {
        this.code = code;
    }

    /** The stable id, such as {@code SOC2-R012}. */
    public String code() {
        return code;
    }

    void tell(Faults faults, Node node, String what, String fix) {
        faults.add(code, node, what, fix);
    }
}
