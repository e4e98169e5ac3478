package dev.serai.window;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Halts the JVM at the n-th pass of the window that `serai.test.halt` names, as WINDOW or WINDOW:n. */
public final class HaltingHook implements CrashWindow.Hook {
    /** The system property that names the window. */
    public static final String PROPERTY = "serai.test.halt";
    /** The exit status of a halted JVM. */
    public static final int STATUS = 86;

    private final @Nullable CrashWindow window;
    private final int pass;
    private final AtomicInteger passes = new AtomicInteger();

    public HaltingHook() {
        String[] named = System.getProperty(PROPERTY, "").split(":");
        this.window = named[0].isEmpty() ? null : CrashWindow.valueOf(named[0]);
        this.pass = named.length > 1 ? Integer.parseInt(named[1]) : 1;
    }

    @Override
    public void passed(CrashWindow passed) {
        if (passed == window && passes.incrementAndGet() == pass) {
            Runtime.getRuntime().halt(STATUS);
        }
    }
}
