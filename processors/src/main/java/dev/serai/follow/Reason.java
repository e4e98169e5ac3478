package dev.serai.follow;

/** A failure in one line. */
final class Reason {
    private static final int LONGEST = 500;

    private Reason() {}

    static String of(Throwable failure) {
        String message = failure.getMessage();
        String line = (message == null ? failure.getClass().getSimpleName() : message)
                .replaceAll("\\s+", " ")
                .strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }
}
