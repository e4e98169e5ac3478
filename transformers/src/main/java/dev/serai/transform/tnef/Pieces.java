package dev.serai.transform.tnef;

import dev.serai.message.Content;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Content that is made of other contents, one behind the other, each opened when its turn comes. */
final class Pieces implements Content {
    private final List<Content> pieces = new ArrayList<>();

    void add(Content piece) {
        pieces.add(piece);
    }

    @Override
    public InputStream open() {
        return new Joined(List.copyOf(pieces).iterator());
    }

    private static final class Joined extends InputStream {
        private final Iterator<Content> rest;
        private @Nullable InputStream current;

        Joined(Iterator<Content> rest) {
            this.rest = rest;
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
            while (true) {
                InputStream in = current;
                int count = in == null ? -1 : in.read(into, offset, length);
                if (count > 0) {
                    return count;
                }
                close();
                if (!rest.hasNext()) {
                    return -1;
                }
                current = rest.next().open();
            }
        }

        @Override
        public void close() throws IOException {
            InputStream in = current;
            current = null;
            if (in != null) {
                in.close();
            }
        }
    }
}
