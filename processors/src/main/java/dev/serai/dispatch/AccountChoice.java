package dev.serai.dispatch;

import dev.serai.files.AccountDefinition;
import dev.serai.files.Belonging;
import dev.serai.files.Generation;
import dev.serai.files.MailPoint;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.TenantName;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * By which account a mail leaves: the one named, else what was chosen when it was composed, else `replyVia` of the queue,
 * else that of the mailbox or web form that received the mail, else `default`, else the only one there is. Another
 * tenant's is none.
 */
public final class AccountChoice {
    private static final AccountName DEFAULT = AccountName.of("default");

    private final Generation generation;

    public AccountChoice(Generation generation) {
        this.generation = generation;
    }

    /**
     * For a mail that answers another, or for a new one.
     *
     * @throws NoAccountException when there is none
     */
    public AccountDefinition forReplyTo(@Nullable Interaction parent) {
        String tenant = parent == null ? TenantName.DEFAULT.value() : parent.tenant();
        return wanted(parent).map(wanted -> declared(wanted, tenant)).orElseGet(() -> fallback(tenant));
    }

    /**
     * For a mail that answers nothing.
     *
     * @param named by who writes it; null = the one that has its sender's address, else as answers leave
     * @param from the sender's address; null where none is wished
     * @throws NoAccountException when there is none
     */
    public AccountDefinition forNew(String tenant, @Nullable AccountName named, @Nullable String from) {
        if (named != null) {
            return declared(new Wanted(named, "named by the request"), tenant);
        }
        return Optional.ofNullable(from)
                .flatMap(address -> open(tenant).values().stream()
                        .filter(account -> Sender.own(account, address).isPresent())
                        .findFirst())
                .orElseGet(() -> fallback(tenant));
    }

    /**
     * For an outbound interaction that is about to leave.
     *
     * @param named by the strategy's step; null where it names none
     * @throws NoAccountException when there is none
     */
    public AccountDefinition forSending(Interaction outbound, @Nullable AccountName named) {
        if (named != null) {
            return declared(new Wanted(named, "named by the strategy"), outbound.tenant());
        }
        Object chosen = outbound.userData().get(PreparedOutbound.ACCOUNT);
        return generation.accounts().values().stream()
                .filter(account -> account.name().value().equals(chosen) && Belonging.may(outbound.tenant(), account))
                .findFirst()
                .orElseGet(() -> forReplyTo(outbound));
    }

    private Optional<Wanted> wanted(@Nullable Interaction parent) {
        if (parent == null) {
            return Optional.empty();
        }
        QueueDefinition queue = parent.standing().queue() == null
                ? null
                : generation.queues().get(parent.standing().queue());
        Optional<MailPoint> point =
                Optional.ofNullable(parent.origin().capturePoint()).flatMap(generation::mailPoint);
        return Optional.ofNullable(queue)
                .flatMap(QueueDefinition::replyVia)
                .map(account -> new Wanted(account, "replyVia of its queue"))
                .or(() -> point.map(MailPoint::replyVia)
                        .filter(account -> !account.equals(DEFAULT))
                        .map(account -> new Wanted(account, "replyVia of its mailbox or form")));
    }

    private AccountDefinition declared(Wanted wanted, String tenant) {
        AccountDefinition account = generation.accounts().get(wanted.account());
        if (account == null || !Belonging.may(tenant, account)) {
            Map<AccountName, AccountDefinition> open = open(tenant);
            throw new NoAccountException("account '" + wanted.account() + "', " + wanted.why()
                    + ", is not declared in routes/dispatch for all or for tenant '" + tenant + "'; there is "
                    + (open.isEmpty() ? "none" : open.keySet()));
        }
        return account;
    }

    private AccountDefinition fallback(String tenant) {
        Map<AccountName, AccountDefinition> accounts = open(tenant);
        AccountDefinition usual = accounts.get(DEFAULT);
        if (usual != null) {
            return usual;
        }
        if (accounts.size() == 1) {
            return accounts.values().iterator().next();
        }
        throw new NoAccountException(
                accounts.isEmpty()
                        ? "there is no account in routes/dispatch" + of(tenant) + "; mail needs one to leave by"
                        : "no replyVia names one of the accounts " + accounts.keySet()
                                + " and none of them is called default");
    }

    /** Those that a tenant's mail may leave by. */
    private Map<AccountName, AccountDefinition> open(String tenant) {
        Map<AccountName, AccountDefinition> open = new TreeMap<>(generation.accounts());
        open.values().removeIf(account -> !Belonging.may(tenant, account));
        return open;
    }

    private String of(String tenant) {
        return generation.accounts().isEmpty() ? "" : " for tenant '" + tenant + "'";
    }

    private record Wanted(AccountName account, String why) {}
}
