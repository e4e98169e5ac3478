package dev.serai.dispatch;

import dev.serai.interaction.OutboundDraft.Attached;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of a mail in the order in which it has them: first the pictures that its HTML shows, then those beside it. */
final class FilesOf {
    private FilesOf() {}

    static List<Attached> letter(Body body, List<Attached> attached) {
        List<Attached> files = new ArrayList<>();
        attached.stream().filter(file -> shows(body.html(), file)).forEach(files::add);
        files.addAll(body.pictures());
        attached.stream()
                .filter(file -> !shows(body.html(), file))
                .map(file -> new Attached(file.name(), file.contentType(), file.size(), file.source()))
                .forEach(files::add);
        return files;
    }

    private static boolean shows(@Nullable String html, Attached file) {
        String id = file.contentId();
        return id != null && html != null && html.contains("cid:" + id);
    }
}
