package dev.serai.dispatch;

import dev.serai.dispatch.SmtpConnector.CannotConnect;
import dev.serai.files.AccountDefinition;
import dev.serai.files.MailServer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets one at a time find out whether a login is good: who comes meanwhile waits for that one, and fails with it. A wrong
 * password is shown to a server once, not once by every connection.
 */
final class Logins {
    private final Map<MailServer, CompletableFuture<Optional<CannotConnect>>> first = new ConcurrentHashMap<>();
    private final Way way;

    /** Connects and logs in. */
    interface Way {
        SmtpConnection connect(AccountDefinition account) throws CannotConnect;
    }

    Logins(Way way) {
        this.way = way;
    }

    SmtpConnection connect(AccountDefinition account) throws CannotConnect {
        MailServer server = account.server();
        if (server.username().isEmpty()) {
            return way.connect(account);
        }
        CompletableFuture<Optional<CannotConnect>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<CannotConnect>> before = first.putIfAbsent(server, mine);
        if (before == null) {
            return connectFirst(account, mine);
        }
        Optional<CannotConnect> failed = before.join();
        if (failed.isPresent()) {
            throw new CannotConnect(failed.get().fault(), failed.get());
        }
        return way.connect(account);
    }

    private SmtpConnection connectFirst(AccountDefinition account, CompletableFuture<Optional<CannotConnect>> mine)
            throws CannotConnect {
        try {
            return way.connect(account);
        } catch (CannotConnect failed) {
            mine.complete(Optional.of(failed));
            throw failed;
        } finally {
            mine.complete(Optional.empty());
            first.remove(account.server(), mine);
        }
    }
}
