package dev.serai.capture;

import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.oauth2.Tokens;
import dev.serai.store.Roles;
import dev.serai.store.Store;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * What the consumers of capture points work with.
 *
 * @param generation the files that are live now
 * @param spool folder for messages on their way, made when absent
 * @param home what relative paths in files mean
 * @param tokens shared with all who log in by OAuth 2
 * @param limits how much at once, and how long in silence
 */
public record CaptureEnvironment(
        Store store,
        Supplier<Generation> generation,
        Roles roles,
        Clock clock,
        MeterRegistry meters,
        Path spool,
        Home home,
        Tokens tokens,
        CaptureLimits limits) {}
