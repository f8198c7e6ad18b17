/**
 * The one strict reader of documents: JSON and YAML become nodes that know their places, and a binder reads them field
 * by field, telling every fault in one pass.
 *
 * <p>The way through a document, as every module of this library goes it:
 *
 * <pre>{@code
 * Faults faults = new Faults();
 * Optional<Pack> pack = Documents.read("acme.yaml", bytes, DocumentLimits.forDocuments(), faults)
 *         .flatMap(root -> Value.of(root, faults).map(PackBinder::pack));    // map() also refuses unknown fields
 * faults.throwIfAny(DocumentException::new);                                 // all faults, sorted by place
 * return pack.orElseThrow();
 *
 * static Optional<Pack> pack(Fields fields) {
 *     return fields.node().flatMap(node -> Checked.construct(Pack.class, node, fields.faults(), fields.places(),
 *             fields.required("pack").text(),                                // Optional<String>: empty is told already
 *             fields.optional("assurance").oneOf(Assurance.class).orElse(STANDARD),
 *             fields.optional("criteria").oneOrMany(v -> v.as(CriterionId::of, "write it as CC6.1")).orElse(List.of()),
 *             fields.required("controls").list(v -> v.map(PackBinder::control))));
 * }
 * }</pre>
 *
 * <ul>
 *   <li>{@link dev.soc2.model.document.tree.Documents} reads bytes into a {@link dev.soc2.model.document.tree.Node}:
 *       strict UTF-8, strict JSON (RFC 8259), YAML 1.2 core schema without tags, merges, repeated or complex keys, within
 *       {@link dev.soc2.model.document.tree.DocumentLimits}. A line of JSON Lines is evidence: its faults have places,
 *       and quote nothing.
 *   <li>{@link dev.soc2.model.document.tree.Fields} and {@link dev.soc2.model.document.tree.Value} read maps and values.
 *       What is wrong is told to {@link dev.soc2.model.document.tree.Faults} and read as empty.
 *   <li>{@link dev.soc2.model.document.tree.Checked} constructs records whose components carry constraints. A package
 *       whose records are checked so is opened to {@code org.hibernate.validator}.
 *   <li>{@link dev.soc2.model.document.tree.TextNode} leads from a character inside a text to its place in the file.
 *   <li>{@link dev.soc2.model.document.tree.Nearest} finds what somebody probably meant.
 *   <li>{@link dev.soc2.model.document.tree.DocumentCode} lists the codes of the faults told here.
 * </ul>
 *
 * <p>Only the sibling modules see this package; it is no part of what embedders use.
 */
@NullMarked
package dev.soc2.model.document.tree;

import org.jspecify.annotations.NullMarked;
