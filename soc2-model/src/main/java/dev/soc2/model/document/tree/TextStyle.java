package dev.soc2.model.document.tree;

/** How a text is written in its document. */
enum TextStyle {
    JSON,
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    LITERAL,
    FOLDED
}
