package dev.soc2.model.document.tree;

/** Keeps the package alive until the reader lands. */
interface Nothing {}
