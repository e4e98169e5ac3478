package dev.serai.dispatch;

import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.store.MadeTable;
import dev.serai.store.RawContent;
import dev.serai.store.Tx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An outbound mail that somebody changed: composed anew with the Message-ID that it had, and not yet stored. Close it when
 * it was committed or given up.
 */
public final class Revision implements AutoCloseable {
    private final Interaction before;
    private final Content content;
    private final RawContent raw;
    private final @Nullable Path spooled;

    Revision(Interaction before, Content content, RawContent raw, @Nullable Path spooled) {
        this.before = before;
        this.content = content;
        this.raw = raw;
        this.spooled = spooled;
    }

    /** The interaction that it was made of. */
    public Interaction before() {
        return before;
    }

    /** What it says now. */
    public Content content() {
        return content;
    }

    /** Of the composed bytes, as lower-case hex. */
    public String sha256() {
        return raw.sha256();
    }

    /** What {@link #store} writes, roughly. */
    public long bytes() {
        return raw.size() + 4096;
    }

    /** Puts it in the place of what was there; may be repeated. */
    public void store(Tx tx) {
        tx.interactions().update(before.with(content, before.userData()));
        tx.raw().delete(before.tenant(), before.id());
        tx.raw().insert(before.tenant(), before.id(), raw);
        tx.made().delete(before.tenant(), before.id(), MadeTable.MAIL);
    }

    @Override
    public void close() {
        if (spooled != null) {
            try {
                Files.deleteIfExists(spooled);
            } catch (IOException leftBehind) {
                spooled.toFile().deleteOnExit();
            }
        }
    }
}
