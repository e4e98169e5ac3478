package dev.serai.dispatch;

import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.store.MadeTable;
import dev.serai.store.Tx;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An outbound mail that somebody changed: composed anew with the Message-ID that it had, and not yet stored. Close it when
 * it was committed or given up.
 */
public final class Revision implements AutoCloseable {
    /** The user data that says why somebody is to look at it, and those that rules found. */
    private static final String WHY = "ReviewReason";

    private static final String FOUND = "ScrKey_";

    private final Interaction before;
    private final Content content;
    private final SpooledMail mail;

    Revision(Interaction before, Content content, SpooledMail mail) {
        this.before = before;
        this.content = content;
        this.mail = mail;
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
        return mail.content().sha256();
    }

    /** What {@link #store} writes, roughly. */
    public long bytes() {
        return mail.stored();
    }

    /** Puts it in the place of what was there, without what was found in that; may be repeated. */
    public void store(Tx tx) {
        Map<String, Object> data = new LinkedHashMap<>(before.userData());
        data.keySet().removeIf(key -> key.equals(WHY) || key.startsWith(FOUND));
        tx.interactions().update(before.with(content, data));
        tx.raw().delete(before.tenant(), before.id());
        tx.raw().insert(before.tenant(), before.id(), mail.content());
        tx.made().delete(before.tenant(), before.id(), MadeTable.MAIL);
    }

    @Override
    public void close() {
        mail.close();
    }
}
