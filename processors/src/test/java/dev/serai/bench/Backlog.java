package dev.serai.bench;

import dev.serai.app.TestInstance;
import dev.serai.app.WaitingMails;
import dev.serai.interaction.AccountName;
import dev.serai.testing.Postgres;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Mail of other accounts that waits in front of all that is measured: each account of them may send one mail a second.
 *
 * @param mails of all these accounts together; 0 = there are none
 * @param accounts that share them
 * @param port of their server
 */
record Backlog(int mails, int accounts, int port) {
    static final Backlog NONE = new Backlog(0, 0, 0);

    /** Writes the accounts' files; before the mails. */
    void define(TestInstance instance) {
        names().forEach(name -> instance.write(
                "routes/dispatch/dispatch-smtp-" + name + ".camel.yaml",
                AccountFile.of(name.value(), "port: " + port, "security: none", "ratePerMinute: 60")));
    }

    void write(Path folder, Postgres.Database database) throws Exception {
        for (AccountName name : names()) {
            new WaitingMails(folder, 1000, name).writeSeen(database, mails / accounts);
        }
    }

    String words() {
        return mails + " mails of " + accounts + " slow accounts";
    }

    private List<AccountName> names() {
        return IntStream.rangeClosed(1, accounts)
                .mapToObj(number -> AccountName.of("slow-" + number))
                .toList();
    }
}
