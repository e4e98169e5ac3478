package dev.serai.transform;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * What a transformer says while it works on one mail, line by line: at most {@value #LINES} lines of {@value #LENGTH}
 * characters, the rest is left out. It may hold content, so it is never shown above the level DEBUG.
 */
public final class DebugLog {
    /** Nobody listens. */
    public static final DebugLog NONE = new DebugLog(line -> {}, false);

    static final int LINES = 200;
    static final int LENGTH = 500;

    private final Consumer<String> lines;
    private final boolean on;
    private int said;

    private DebugLog(Consumer<String> lines, boolean on) {
        this.lines = lines;
        this.on = on;
    }

    /** Gives each line to somebody, for the work on one mail. */
    public static DebugLog to(Consumer<String> lines) {
        return new DebugLog(lines, true);
    }

    /** Whether anybody listens: costly sentences need not be made otherwise. */
    public boolean isOn() {
        return on;
    }

    /** Says one line; line ends in it become spaces. */
    public synchronized void say(String sentence) {
        if (!on || said > LINES) {
            return;
        }
        said++;
        String line = sentence.replaceAll("[\\r\\n]+", " ");
        lines.accept(
                said > LINES
                        ? "(more than " + LINES + " lines; the rest is left out)"
                        : line.substring(0, Math.min(line.length(), LENGTH)));
    }

    /** The same as a stream, for code that prints. */
    public PrintStream stream() {
        return on
                ? new PrintStream(new Lines(), true, StandardCharsets.UTF_8)
                : new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }

    /** Cuts what is printed into lines. */
    private final class Lines extends OutputStream {
        private final byte[] line = new byte[LENGTH * 4];
        private int length;

        @Override
        public synchronized void write(int b) {
            if (b == '\n') {
                say(new String(line, 0, length, StandardCharsets.UTF_8).stripTrailing());
                length = 0;
            } else if (length < line.length) {
                line[length++] = (byte) b;
            }
        }

        @Override
        public synchronized void close() {
            if (length > 0) {
                write('\n');
            }
        }
    }
}
