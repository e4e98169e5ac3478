package dev.serai.check;

import dev.serai.files.AccountDefinition;
import dev.serai.files.Generation;
import dev.serai.files.Place;
import dev.serai.files.Problems;
import dev.serai.files.QueueDefinition;
import dev.serai.response.SheetBook;

/** Reads layouts and signatures, and finds those that an account or a queue names but nobody wrote. */
final class SheetCheck implements Check {
    private final String language;

    /** Demands each in a language. */
    SheetCheck(String language) {
        this.language = language;
    }

    @Override
    public void check(Generation generation, Problems problems) {
        SheetBook layouts = SheetBook.layouts(generation.layouts(), language);
        SheetBook signatures = SheetBook.signatures(generation.signatures(), language);
        problems.addAll(layouts.problems());
        problems.addAll(signatures.problems());
        generation.accounts().values().forEach(account -> account(account, layouts, signatures, problems));
        generation.queues().values().forEach(queue -> queue(queue, layouts, signatures, problems));
    }

    private static void account(AccountDefinition account, SheetBook layouts, SheetBook signatures, Problems problems) {
        String who = "account '" + account.name() + "': ";
        AccountDefinition.Letters letters = account.letters();
        letters.layout().ifPresent(name -> known(layouts, name, account.places().of("layout"), who, problems));
        letters.forwardLayout()
                .ifPresent(name -> known(layouts, name, account.places().of("forwardLayout"), who, problems));
        letters.signatureFile()
                .ifPresent(name -> known(signatures, name, account.places().of("signature"), who, problems));
    }

    private static void queue(QueueDefinition queue, SheetBook layouts, SheetBook signatures, Problems problems) {
        String who = "queue '" + queue.name() + "': ";
        queue.layout().ifPresent(name -> known(layouts, name, queue.places().of("layout"), who, problems));
        queue.signature()
                .ifPresent(name -> known(signatures, name, queue.places().of("signature"), who, problems));
    }

    private static void known(SheetBook book, String name, Place place, String who, Problems problems) {
        book.unknown(name).ifPresent(reason -> problems.error(place, who + reason));
    }
}
