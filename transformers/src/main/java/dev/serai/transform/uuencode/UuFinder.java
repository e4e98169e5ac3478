package dev.serai.transform.uuencode;

import dev.serai.mime.UuLine;
import dev.serai.mime.UuStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Finds uuencoded files, fed with the lines of a text in their order. A line that looks like the start of one counts
 * only when the next one is its first line, so that prose is left alone.
 */
final class UuFinder {
    private static final int BROKEN_IN_A_ROW = 3;

    private final int most;
    private final List<UuBlock> blocks = new ArrayList<>();
    private State state = State.TEXT;
    private boolean base64;
    private boolean damaged;
    private String name = "";
    private long from;
    private long good;
    private int broken;

    UuFinder(int most) {
        this.most = most;
    }

    private enum State {
        TEXT,
        BEGUN,
        FILE,
        /** The line that says that nothing follows was read. */
        LAST
    }

    /** Takes a line, without its end, that stands from one position to another. */
    void line(String line, long start, long end) {
        if (state == State.TEXT) {
            text(line, start);
        } else if (line.startsWith("begin")) {
            finish(start);
            text(line, start);
        } else {
            file(line, start, end);
        }
    }

    /** Takes the last line of a text that was cut off in the middle of it. */
    void cutLine(String line, long start, long end) {
        if (state == State.FILE && !line.equals("end") && UuLine.isStart(line)) {
            good = end;
        } else {
            line(line, start, end);
        }
    }

    /** The files, when all lines were taken. */
    List<UuBlock> blocks() {
        finish(good);
        return blocks;
    }

    private void text(String line, long start) {
        Matcher begin = line.startsWith("begin") ? UuStream.BEGIN.matcher(line.stripTrailing()) : null;
        if (begin != null && begin.matches() && blocks.size() < most) {
            state = State.BEGUN;
            base64 = begin.group(1) != null;
            name = begin.group(3) == null ? "" : begin.group(3);
            from = start;
            damaged = false;
            broken = 0;
        }
    }

    private void file(String line, long start, long end) {
        String trimmed = line.stripTrailing();
        if (trimmed.equals(base64 ? "====" : "end")) {
            add(end);
        } else if (isData(line, trimmed)) {
            damaged |= broken > 0;
            broken = 0;
            good = end;
            state = State.FILE;
        } else if (!base64 && UuLine.isLast(line)) {
            good = end;
            state = State.LAST;
        } else if (state == State.FILE && ++broken < BROKEN_IN_A_ROW) {
            good = broken == 1 ? start : good;
        } else {
            finish(good);
        }
    }

    private boolean isData(String line, String trimmed) {
        if (base64) {
            return !trimmed.isEmpty()
                    && trimmed.length() <= 100
                    && trimmed.chars().allMatch(UuFinder::isBase64);
        }
        return !UuLine.isLast(line) && UuLine.isOne(line);
    }

    private static boolean isBase64(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || "+/=".indexOf(c) >= 0;
    }

    /** It ends without an end. */
    private void finish(long to) {
        if (state == State.FILE || state == State.LAST) {
            damaged = true;
            add(Math.max(to, from));
        }
        state = State.TEXT;
    }

    private void add(long to) {
        blocks.add(new UuBlock(from, to, name, damaged));
        state = State.TEXT;
    }
}
