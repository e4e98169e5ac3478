package dev.serai.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A text file that somebody names on the command line. */
record TextFile(Path path) {
    private static final Charset WESTERN = Charset.forName("windows-1252");

    /**
     * Reads the text: UTF-8, UTF-16 with a byte order mark, else windows-1252.
     *
     * @param most bytes that are read; what is behind them is left out
     * @throws IllegalArgumentException with one line for the user when there is no such file, or no text in it
     */
    String read(int most) {
        byte[] bytes = bytes(most);
        if (starts(bytes, 0xFE, 0xFF) || starts(bytes, 0xFF, 0xFE)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                throw new IllegalArgumentException(path + " is not a text file: it has a NUL byte at offset " + i);
            }
        }
        int mark = starts(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        return decoded(Arrays.copyOfRange(bytes, mark, bytes.length), bytes.length == most);
    }

    private byte[] bytes(int most) {
        readable(path);
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(most);
        } catch (IOException e) {
            throw new IllegalArgumentException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Makes sure that there is such a file.
     *
     * @throws IllegalArgumentException with one line for the user
     */
    static void readable(Path path) {
        if (!Files.exists(path)) {
            throw new IllegalArgumentException(path + ": no such file");
        }
        if (Files.isDirectory(path)) {
            throw new IllegalArgumentException(path + " is a folder, expected a file");
        }
        if (!Files.isReadable(path)) {
            throw new IllegalArgumentException(path + " may not be read by this user");
        }
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String decoded(byte[] bytes, boolean cut) {
        if (cut) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, WESTERN);
        }
    }
}
