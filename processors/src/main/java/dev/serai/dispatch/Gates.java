package dev.serai.dispatch;

import dev.serai.files.AccountDefinition;
import dev.serai.files.MailServer;
import dev.serai.interaction.AccountName;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The gates of all accounts, of which those of one server (host and port) share one, and those of one login there too. */
final class Gates {
    private final Clock clock;
    private final Map<AccountName, AccountGate> accounts = new ConcurrentHashMap<>();
    private final Map<String, SharedGate> hosts = new ConcurrentHashMap<>();
    private final Map<MailServer, SharedGate> logins = new ConcurrentHashMap<>();

    Gates(Clock clock) {
        this.clock = new SteadyClock(clock);
    }

    /** How many mails the account may take on now. */
    int room(AccountDefinition account) {
        return gate(account).room(account, host(account), login(account));
    }

    /** One mail is on its way, unless the account may take on none now. */
    Optional<AccountGate.Passage> begin(AccountDefinition account) {
        return gate(account).begin(account, host(account), login(account));
    }

    /** An operator says that it may be mended. */
    void release(AccountName account) {
        Optional.ofNullable(accounts.get(account)).ifPresent(AccountGate::release);
    }

    Optional<Hindrance> hindrance(AccountName account) {
        return Optional.ofNullable(accounts.get(account)).flatMap(AccountGate::hindrance);
    }

    /** The accounts by which nothing leaves now, and why. */
    Map<AccountName, Hindrance> closed() {
        Map<AccountName, Hindrance> closed = new HashMap<>();
        accounts.forEach((name, gate) -> gate.hindrance()
                .filter(hindrance -> clock.instant().isBefore(hindrance.until()))
                .ifPresent(hindrance -> closed.put(name, hindrance)));
        return closed;
    }

    private AccountGate gate(AccountDefinition account) {
        return accounts.computeIfAbsent(account.name(), name -> new AccountGate(clock, host(account), login(account)));
    }

    private SharedGate host(AccountDefinition account) {
        MailServer server = account.server();
        return hosts.computeIfAbsent(
                server.host().toLowerCase(Locale.ROOT) + ":" + server.port(), name -> new SharedGate(clock));
    }

    private SharedGate login(AccountDefinition account) {
        return logins.computeIfAbsent(account.server(), name -> new SharedGate(clock));
    }
}
