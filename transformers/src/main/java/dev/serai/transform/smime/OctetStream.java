package dev.serai.transform.smime;

import dev.serai.transform.smime.BerStream.Element;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;

/** The bytes of an octet string, however many pieces it is cut into (X.690 section 8.7); it ends where damage begins. */
final class OctetStream extends InputStream {
    private static final int PRIMITIVE = 0x04;
    private static final int CONSTRUCTED = 0x24;
    private static final int DEEPEST = 8;

    private final BerStream ber;
    private final Deque<Element> open = new ArrayDeque<>();
    private long pieceEnd;
    private boolean ended;
    private boolean damaged;

    /** @param ber stands at the start of the octet string; closed with this stream */
    OctetStream(BerStream ber) throws IOException {
        this.ber = ber;
        enter(ber.next());
    }

    private void enter(Element element) throws IOException {
        if (element.tag() == PRIMITIVE) {
            pieceEnd = element.end();
        } else if (element.tag() == CONSTRUCTED && open.size() < DEEPEST) {
            open.push(element);
        } else {
            throw new BerStream.Malformed("there is no octet string");
        }
    }

    /** Whether it ended too early. */
    boolean damaged() {
        return damaged;
    }

    private boolean available(int wanted) throws IOException {
        while (wanted > 0 && !ended && ber.position() >= pieceEnd) {
            try {
                nextPiece();
            } catch (BerStream.Malformed e) {
                ended = true;
                damaged = true;
            }
        }
        return !ended;
    }

    private void nextPiece() throws IOException {
        if (open.isEmpty()) {
            ended = true;
        } else if (ber.more(open.peek())) {
            enter(ber.next());
        } else {
            open.pop();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!available(length)) {
            return -1;
        }
        int count = ber.read(into, offset, (int) Math.min(length, pieceEnd - ber.position()));
        if (count < 0) {
            ended = true;
            damaged = true;
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        ber.close();
    }
}
