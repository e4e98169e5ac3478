package dev.serai.rest;

import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.Party;
import dev.serai.store.Store;
import dev.serai.store.Undeliverable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A mail that was written, with what is known against its addressees: who wrote it can choose another way at once. */
final class Warned {
    private Warned() {}

    /** @param left what was left out of what the client wrote */
    static Map<String, Object> of(Store store, Interaction mail, List<String> left) {
        Content content = mail.content();
        List<String> addresses = Stream.of(content.to(), content.cc(), content.bcc())
                .flatMap(Collection::stream)
                .map(Party::address)
                .toList();
        List<Undeliverable> known = store.read(tx -> tx.undeliverable().among(mail.tenant(), addresses));
        Map<String, Object> view = InteractionView.brief(mail);
        if (!known.isEmpty() || !left.isEmpty()) {
            view.put(
                    "warnings",
                    Stream.of(
                                    content.warnings().stream(),
                                    left.stream(),
                                    known.stream().map(Undeliverable::sentence))
                            .flatMap(warnings -> warnings)
                            .toList());
        }
        return view;
    }
}
