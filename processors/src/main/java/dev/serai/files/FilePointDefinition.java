package dev.serai.files;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A file capture point as its route file describes it.
 *
 * @param point what all points share
 * @param folders where files come from and go to
 * @param reading which files are taken, and when
 * @param answerNames how the files in {@code notification} are called
 */
public record FilePointDefinition(PointDefaults point, Folders folders, Reading reading, AnswerNames answerNames)
        implements PointDefinition {
    @Override
    public String source() {
        return folders.folder();
    }

    /**
     * As they are written: relative ones count from {@code folder}, which counts from the instance.
     *
     * @param folder default {@code data/points/<name>}
     * @param inbound where files arrive
     * @param processed where they go when everything in them was done
     * @param error where they go otherwise, with the reasons
     * @param notification where responses and notifications are written
     */
    public record Folders(String folder, String inbound, String processed, String error, String notification) {
        /** Where the instance's folder makes them to be. */
        public Path resolve(Path instance, String one) {
            return instance.resolve(folder).resolve(one).normalize();
        }
    }

    /**
     * Which files are taken, and when.
     *
     * @param include patterns of names, of which one must fit, whatever the case of its letters
     * @param stableFor so long must size and time of change stay as they are
     * @param pollInterval between two looks
     * @param maxSize bytes; what is larger goes to {@code error} unread
     * @param concurrency files at once; 1 keeps their order
     */
    public record Reading(
            List<String> include, Duration stableFor, Duration pollInterval, long maxSize, int concurrency) {
        /** All that fit are taken. */
        public Reading {
            include = List.copyOf(include);
        }
    }
}
