package dev.serai.transform.tnef;

/**
 * Where an attribute stands.
 *
 * @param tag its number, with its type above
 * @param from the first byte of its data
 * @param to behind the last byte of its data
 */
record AttributeRange(int tag, long from, long to) {

    /** Its number without the type, which some writers get wrong. */
    int id() {
        return tag & 0xffff;
    }

    long size() {
        return to - from;
    }
}
