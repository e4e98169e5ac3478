package dev.serai.store;

/** A failure as one line for people: the innermost cause's own words. */
final class OneLine {
    private OneLine() {}

    static String rootCause(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String words = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return words.strip().split("\\R", 2)[0];
    }
}
