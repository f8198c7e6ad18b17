package dev.soc2.architecture.bad.soc2.model;

/** Bad on purpose: open for extension, with a field that changes and a setter. */
public class Changing {

    private int value;

    public int value() {
        return value;
    }

    public void setValue(int value) {
        this.value = value;
    }
}
