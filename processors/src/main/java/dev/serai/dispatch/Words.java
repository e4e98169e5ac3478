package dev.serai.dispatch;

import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** What servers and libraries say, on one line of at most 300 characters. */
final class Words {
    private static final int MOST = 300;

    private Words() {}

    static String of(@Nullable String said) {
        String line = said == null ? "" : said.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
        return line.length() <= MOST ? line : line.substring(0, MOST);
    }

    /** The innermost reason of a failure. */
    static String of(Throwable failure) {
        Throwable root = failure;
        for (int depth = 0; root.getCause() != null && depth < 20; depth++) {
            root = root.getCause();
        }
        String said = of(root.getMessage());
        if (root instanceof UnknownHostException) {
            return "unknown host " + said;
        }
        if (root instanceof SocketTimeoutException) {
            return "timeout (" + said + ")";
        }
        return said.isEmpty() ? root.getClass().getSimpleName() : said;
    }
}
