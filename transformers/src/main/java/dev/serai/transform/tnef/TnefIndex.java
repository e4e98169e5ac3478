package dev.serai.transform.tnef;

import dev.serai.message.Content;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the attributes of a winmail.dat (MS-OXTNEF section 2.1.1) in one pass. Where a length lies, or garbage stands in
 * between, it looks for the next place where an attribute begins, and gives the one before all bytes up to there.
 */
final class TnefIndex {
    private static final int MOST = 20_000;
    private static final int MOST_REPAIRS = 16;
    private static final long MOST_SEARCHED = 256L << 20;
    private static final int HEAD = 9;
    private static final int CHECKSUM = 2;

    private final Content source;
    private final List<AttributeRange> found = new ArrayList<>();
    private int repairs;
    private long searched;
    private boolean damaged;
    private boolean checksumWrong;

    private TnefIndex(Content source) {
        this.source = source;
    }

    static TnefIndex of(Content source) throws IOException {
        TnefIndex index = new TnefIndex(source);
        long at = index.start();
        while (at >= 0) {
            at = index.walk(at);
        }
        return index;
    }

    List<AttributeRange> attributes() {
        return found;
    }

    /** Something is missing, cut off, or no TNEF. */
    boolean isDamaged() {
        return damaged;
    }

    /** An attribute is whole, but not what its checksum says. */
    boolean isChecksumWrong() {
        return checksumWrong;
    }

    private long start() throws IOException {
        try (TnefStream in = new TnefStream(source.open())) {
            if ((int) in.u32() == Tag.SIGNATURE) {
                in.take(2);
                return in.position();
            }
        } catch (TnefStream.Cut tooShort) {
            // shorter than its head
        }
        damaged = true;
        return -1;
    }

    /** Reads attributes from a place on; gives the place to go on from after a repair, -1 at the end. */
    private long walk(long from) throws IOException {
        try (TnefStream in = new TnefStream(source.open())) {
            in.goTo(from);
            boolean sound = true;
            while (found.size() < MOST) {
                byte[] head = in.readNBytes(HEAD);
                if (isPadding(head)) {
                    return -1;
                }
                if (!isHead(head)) {
                    damaged = true;
                    return repair(sound || found.isEmpty() ? in.position() - head.length : last().from());
                }
                AttributeRange next = range(head, in.position());
                found.add(next);
                sound = isSound(in, next.size());
                if (in.position() < next.to()) {
                    damaged = true;
                    return repair(next.from());
                }
            }
            damaged = true;
            return -1;
        }
    }

    private AttributeRange last() {
        return found.get(found.size() - 1);
    }

    private static AttributeRange range(byte[] head, long from) {
        long length = Little.u32(head, 5);
        return new AttributeRange(Little.int32(head, 1), from, from + length);
    }

    private static boolean isHead(byte[] head) {
        boolean level = head.length == HEAD && (head[0] == 1 || head[0] == 2);
        return level && (Tag.isAttribute(Little.int32(head, 1)) || (head[4] == 0 && head[3] >= 0 && head[3] <= 9));
    }

    private static boolean isPadding(byte[] bytes) {
        for (byte b : bytes) {
            if (b != 0 && b != '\r' && b != '\n') {
                return false;
            }
        }
        return bytes.length < HEAD;
    }

    /** Reads data and checksum; whether they fit. An end within is left for the caller to see by the position. */
    private boolean isSound(TnefStream in, long size) throws IOException {
        byte[] piece = new byte[8 << 10];
        int sum = 0;
        for (long left = size; left > 0; ) {
            int read = in.read(piece, 0, (int) Math.min(piece.length, left));
            if (read < 0) {
                return false;
            }
            for (int i = 0; i < read; i++) {
                sum += piece[i] & 0xff;
            }
            left -= read;
        }
        byte[] said = in.readNBytes(CHECKSUM);
        boolean sound = said.length == CHECKSUM && (sum & 0xffff) == Little.u16(said, 0);
        checksumWrong |= !sound;
        return sound;
    }

    /** Looks for the next attribute; the last one found ends there when it reaches over the place or up to it. */
    private long repair(long from) throws IOException {
        long next = ++repairs > MOST_REPAIRS || searched > MOST_SEARCHED ? -1 : search(from);
        long end = next < 0 ? end() : next;
        if (!found.isEmpty() && (last().from() == from || last().to() > end)) {
            AttributeRange last = found.remove(found.size() - 1);
            long to = next < 0 ? Math.min(end, Math.max(last.to(), last.from())) : next - CHECKSUM;
            found.add(new AttributeRange(last.tag(), last.from(), Math.max(last.from(), to)));
        }
        return next;
    }

    private long search(long from) throws IOException {
        try (TnefStream in = new TnefStream(source.open())) {
            in.goTo(from);
            long window = 0;
            for (int b = in.read(); b >= 0; b = in.read()) {
                window = (window >>> 8) | ((long) b << 32);
                int level = (int) (window & 0xff);
                if ((level == 1 || level == 2) && Tag.isAttribute((int) (window >>> 8))) {
                    searched += in.position();
                    return in.position() - 5;
                }
            }
            searched += in.position();
            return -1;
        }
    }

    private long end() throws IOException {
        try (TnefStream in = new TnefStream(source.open())) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return in.position();
        }
    }
}
