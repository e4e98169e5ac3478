package dev.serai.intake;

import dev.serai.interaction.InteractionId;
import dev.serai.message.Attachment;
import dev.serai.message.MailPart;
import dev.serai.mime.RawSource;
import dev.serai.store.MadeTable;
import dev.serai.store.RawContent;
import dev.serai.store.Tx;
import dev.serai.transform.ChainResult;
import dev.serai.transform.ScratchBytes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The bytes of a mail that are in no range of what was received: the mail as transformers wrote it, attachments and the HTML
 * that they made. They are stored with what intake read, so that they can be had whatever becomes of the transformers.
 *
 * @param contents by number: {@link MadeTable#MAIL}, {@link MadeTable#HTML}, attachments from 1
 * @param dropReceived whether the original goes, since the rewritten mail is enough
 */
record MadeBytes(Map<Integer, RawContent> contents, boolean dropReceived) {

    static MadeBytes of(ChainResult chain, boolean keepReceived) {
        Map<Integer, RawContent> contents = new TreeMap<>();
        if (chain.rewritten() && chain.raw() instanceof ScratchBytes mail) {
            contents.put(MadeTable.MAIL, content(mail, mail.sha256()));
        }
        Set<String> read = chain.read().parts().stream().map(MailPart::sha256).collect(Collectors.toSet());
        for (Attachment one : chain.message().attachments()) {
            if (one.content() instanceof ScratchBytes made && !read.contains(made.sha256())) {
                contents.put(one.index() + 1, content(made, made.sha256()));
            }
        }
        MadeHtml.of(chain).ifPresent(html -> contents.put(MadeTable.HTML, html));
        return new MadeBytes(contents, chain.rewritten() && !keepReceived);
    }

    private static RawContent content(RawSource bytes, String sha256) {
        return RawContent.of(bytes.size(), sha256, bytes::open);
    }

    long bytes() {
        return contents.values().stream().mapToLong(RawContent::size).sum();
    }

    /** @param again whether it was at intake before: what was made then goes, but for the only form that is kept */
    void write(Tx tx, String tenant, InteractionId id, boolean again) {
        if (again) {
            boolean received = tx.raw().facts(tenant, id).isPresent();
            for (int number : tx.made().numbers(tenant, id)) {
                if (number != MadeTable.MAIL || received) {
                    tx.made().delete(tenant, id, number);
                }
            }
        }
        contents.forEach((number, content) -> tx.made().put(tenant, id, number, content));
        if (dropReceived) {
            tx.raw().delete(tenant, id);
        }
    }
}
