package dev.serai.dispatch;

import dev.serai.interaction.OutboundDraft.Attached;
import java.util.List;

/** What the mail that is answered has beside its text; read only where a mail shows it. */
public interface Original {
    /** Nothing. */
    Original NONE = new Original() {
        @Override
        public String html() {
            return "";
        }

        @Override
        public List<Attached> pictures() {
            return List.of();
        }
    };

    /** Its HTML as the sender wrote it; empty where it has none. */
    String html();

    /** Its attachments that HTML may show, each with its content id. */
    List<Attached> pictures();
}
