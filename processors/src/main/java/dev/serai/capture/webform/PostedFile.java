package dev.serai.capture.webform;

import dev.serai.operation.SubmittedFile;

/**
 * A file that a visitor gave.
 *
 * @param field the field that it was chosen in
 */
public record PostedFile(String field, SubmittedFile file) {
    String name() {
        return file.info().name();
    }

    /** What it calls itself; a mail or a form in it is a file as any other. */
    String contentType() {
        String said = file.info().contentType();
        boolean composite =
                said.regionMatches(true, 0, "message/", 0, 8) || said.regionMatches(true, 0, "multipart/", 0, 10);
        return composite ? "application/octet-stream" : said;
    }
}
