package dev.serai.transform.tnef;

/** Numbers whose low byte comes first. */
final class Little {
    private Little() {}

    /** Two bytes, without a sign. */
    static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) | ((bytes[at + 1] & 0xff) << 8);
    }

    /** Four bytes. */
    static int int32(byte[] bytes, int at) {
        return u16(bytes, at) | (u16(bytes, at + 2) << 16);
    }

    /** Four bytes, without a sign. */
    static long u32(byte[] bytes, int at) {
        return int32(bytes, at) & 0xffffffffL;
    }

    /** Eight bytes. */
    static long int64(byte[] bytes, int at) {
        return u32(bytes, at) | (u32(bytes, at + 4) << 32);
    }
}
