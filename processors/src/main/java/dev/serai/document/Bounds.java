package dev.serai.document;

/** Counts what a document holds while it is read: one that holds too much is refused before it fills the memory. */
final class Bounds {
    /** Objects, lists or elements within each other, at most. */
    private static final int DEEPEST = 16;

    private int operations;
    private int valuesInAll;
    private int values;
    private int depth;

    /** Another operation begins. */
    void operation() {
        values = 0;
        if (++operations > Document.MOST_OPERATIONS) {
            throw DocumentReader.refused("the document holds more than " + Document.MOST_OPERATIONS + " operations");
        }
    }

    /** Another value of the operation: one in JSON, whatever holds others too; an element or attribute in XML. */
    void value() {
        if (++values > Document.MOST_VALUES) {
            throw DocumentReader.refused(
                    "operation " + operations + " holds more than " + Document.MOST_VALUES + " values");
        }
        if (++valuesInAll > Document.MOST_VALUES_IN_ALL) {
            throw DocumentReader.refused("the document holds more than " + Document.MOST_VALUES_IN_ALL
                    + " values; divide it into several documents");
        }
    }

    /** Something that holds others begins. */
    void enter() {
        if (depth == DEEPEST) {
            throw DocumentReader.refused("the document is nested too deep; expected at most " + DEEPEST + " levels");
        }
        depth++;
    }

    void leave() {
        depth--;
    }

    /** How many things that hold others are open. */
    int depth() {
        return depth;
    }
}
