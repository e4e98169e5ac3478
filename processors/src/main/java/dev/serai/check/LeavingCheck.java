package dev.serai.check;

import dev.serai.files.AccountDefinition;
import dev.serai.files.Generation;
import dev.serai.files.Problems;
import dev.serai.files.QueueDefinition;
import dev.serai.files.RouteFile;
import dev.serai.files.StepDefinition;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.TenantName;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds steps whose mail would surely have no account to leave by: there are several, and nothing says which. */
final class LeavingCheck implements Check {
    private static final AccountName DEFAULT = AccountName.of("default");
    private static final String SEND = "send-action";
    private static final Set<String> LEAVING = Set.of(
            "acknowledge-action", "autorespond-action", "forward-action", "notify-action", "redirect-action", SEND);

    @Override
    public void check(Generation generation, Problems problems) {
        Map<AccountName, AccountDefinition> accounts = generation.accounts();
        if (generation.tenants().keySet().stream().anyMatch(tenant -> isPlain(generation, tenant))
                || isChosenByPoint(generation)) {
            return;
        }
        generation.steps().values().stream()
                .filter(step -> LEAVING.contains(step.kamelet()))
                .filter(step -> !isChosen(step, generation))
                .forEach(step -> problems.error(
                        step.place(),
                        "step '" + step.id() + "' sends, but nothing says by which of the accounts "
                                + new TreeSet<>(accounts.keySet().stream()
                                        .map(AccountName::value)
                                        .toList())
                                + "; name one by 'replyVia' of the queue or mailbox, or make the one for all others:"
                                + " ./serai new account default"));
    }

    /** The only one is taken; of none at all the points' own check warns, since mail can be taken without. */
    private static boolean isPlain(Generation generation, TenantName tenant) {
        Map<AccountName, AccountDefinition> open = AccountCheck.open(generation, tenant);
        return open.size() < 2 || open.containsKey(DEFAULT);
    }

    private static boolean isChosenByPoint(Generation generation) {
        return generation.mailPoints().anyMatch(point -> !point.replyVia().equals(DEFAULT));
    }

    /** What leaves was composed in any queue; what is composed here belongs to this one. */
    private static boolean isChosen(StepDefinition step, Generation generation) {
        if (step.kamelet().equals(SEND)) {
            return step.find("account").isPresent()
                    || generation.queues().values().stream()
                            .anyMatch(queue -> queue.replyVia().isPresent());
        }
        RouteFile route = generation.routes().get(step.routeId());
        return route == null
                || route.kind() != RouteFile.Kind.STRATEGY
                || generation.queues().values().stream()
                        .filter(queue -> queue.name().value().equals(route.name()))
                        .map(QueueDefinition::replyVia)
                        .anyMatch(account -> account.isPresent());
    }
}
