package dev.serai.transform.tnef;

import dev.serai.message.Content;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list of properties (MS-OXTNEF section 2.1.3.4) up to the end of its attribute. Wanted ones are kept; the
 * content of a file becomes a range, whatever its size.
 */
final class PropertyReader {
    /** A message within that is this small is read into memory, so that it need not be sought again. */
    private static final int SMALL_MESSAGE = 1 << 20;

    /** Bytes of memory that a property takes beside its own. */
    private static final int ENTRY = 64;

    private static final int MULTIPLE = 0x1000;
    private static final int OBJECT = 0x0d;
    private static final int NAMED = 0x8000;
    private static final int INTERFACE_ID = 16;
    private static final int[] GUID_ORDER = {3, 2, 1, 0, 5, 4, 7, 6};
    private static final String FAMILY = "00000000c000000000000046";
    private static final Map<String, Integer> SETS = Map.of(
            "00062002" + FAMILY,
            Tag.APPOINTMENT,
            "6ed8da90450b101b98da00aa003f1305",
            Tag.MEETING,
            "00062004" + FAMILY,
            Tag.ADDRESS,
            "00062008" + FAMILY,
            Tag.COMMON);

    private final Content source;
    private final TnefStream in;
    private final long end;
    private final MemoryLeft memory;
    private @Nullable TnefPart file;
    private boolean skipped;

    PropertyReader(Content source, TnefStream in, long end, MemoryLeft memory) {
        this.source = source;
        this.in = in;
        this.end = end;
        this.memory = memory;
    }

    /** The content of a file, where there was one among the properties. */
    @Nullable
    TnefPart file() {
        return file;
    }

    /** Whether something was too long to be kept. */
    boolean hasSkipped() {
        return skipped;
    }

    /**
     * Reads one list.
     *
     * @throws TnefStream.Cut when it is cut off or cannot be understood; what stood before is in the bag
     */
    void read(PropertyBag bag) throws IOException {
        long count = u32();
        for (long i = 0; i < count && in.position() < end; i++) {
            property(bag);
        }
    }

    /** Four bytes within the attribute. */
    long u32() throws IOException {
        need(4);
        return in.u32();
    }

    private void property(PropertyBag bag) throws IOException {
        need(4);
        int type = in.u16();
        int id = in.u16();
        int property = id < NAMED ? id : named(id);
        int size = fixedSize(type & ~MULTIPLE);
        boolean counted = size == 0 || (type & MULTIPLE) != 0;
        long count = counted ? u32() : 1;
        for (long i = 0; i < count; i++) {
            long length = size == 0 ? u32() : size;
            value(bag, property, type, length);
        }
    }

    private void value(PropertyBag bag, int property, int type, long length) throws IOException {
        long whole = Math.min(length, end - in.position());
        long after = in.position() + whole;
        if (property == Tag.FILE_DATA && file == null) {
            fileData(type, whole);
        } else if (whole <= Tag.longest(property) && memory.take(ENTRY + whole)) {
            bag.put(property, type, in.take((int) whole));
        } else {
            skipped |= Tag.longest(property) > 0;
        }
        in.goTo(after);
        if (whole < length) {
            throw new TnefStream.Cut();
        }
        in.goTo(Math.min(end, after + (4 - length % 4) % 4));
    }

    /** An object has the id of its interface in front. */
    private void fileData(int type, long length) throws IOException {
        long size = length;
        if (type == OBJECT && length >= INTERFACE_ID) {
            in.take(INTERFACE_ID);
            size -= INTERFACE_ID;
        }
        boolean keep = type == OBJECT && size <= SMALL_MESSAGE && memory.takeSpare(size);
        file = keep ? TnefPart.of(in.take((int) size)) : TnefPart.measured(source, in, size);
    }

    /** Its number in the sets that are known; -1 in others and for one with a name. */
    private int named(int id) throws IOException {
        need(20);
        Integer set = SETS.get(guid(in.take(16)));
        boolean hasName = in.u32() != 0;
        long number = u32();
        if (!hasName) {
            return set == null || number > 0xffff ? -1 : set | (int) number;
        }
        need(number);
        in.goTo(Math.min(end, in.position() + (number + 3) / 4 * 4));
        return -1;
    }

    private void need(long count) throws IOException {
        if (count > end - in.position()) {
            throw new TnefStream.Cut();
        }
    }

    /** Bytes of a type whose values are all as long, padded to four; 0 for one whose values say their length. */
    private static int fixedSize(int type) throws IOException {
        return switch (type) {
            case 0x00, 0x01, 0x02, 0x03, 0x04, 0x0a, 0x0b -> 4;
            case 0x05, 0x06, 0x07, 0x14, 0x40 -> 8;
            case 0x48 -> 16;
            case 0x0d, 0x1e, 0x1f, 0x102 -> 0;
            default -> throw new TnefStream.Cut();
        };
    }

    private static String guid(byte[] bytes) {
        byte[] turned = bytes.clone();
        for (int i = 0; i < GUID_ORDER.length; i++) {
            turned[i] = bytes[GUID_ORDER[i]];
        }
        return HexFormat.of().formatHex(turned);
    }
}
