package dev.serai.command;

import dev.serai.interaction.PointName;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be tried.
 *
 * @param name what it is called in the report
 * @param point whose mail it is; null when its address says so
 */
record TriedMail(String name, Path file, @Nullable PointName point) {}
