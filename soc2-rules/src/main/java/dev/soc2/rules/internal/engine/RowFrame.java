package dev.soc2.rules.internal.engine;

/** The row that an expression is evaluated for. Reused from row to row by one thread. */
final class RowFrame {

    int row;

    RowFrame(int row) {
        this.row = row;
    }
}
