package dev.serai.capture.webform;

import dev.serai.interaction.OutboundDraft.Attached;
import dev.serai.operation.SubmittedFile;
import dev.serai.store.RawContent;

/**
 * A file that a visitor gave.
 *
 * @param field the field that it was chosen in
 */
public record PostedFile(String field, SubmittedFile file) {
    String name() {
        return file.info().name();
    }

    Attached attached() {
        RawContent content = file.content();
        return new Attached(name(), contentType(), content.size(), () -> content.open(0, content.size()));
    }

    /** What it calls itself; a mail or a form in it is a file as any other. */
    private String contentType() {
        String said = file.info().contentType();
        boolean composite =
                said.regionMatches(true, 0, "message/", 0, 8) || said.regionMatches(true, 0, "multipart/", 0, 10);
        return composite ? "application/octet-stream" : said;
    }
}
