package dev.serai.check;

import dev.serai.files.Generation;
import dev.serai.files.MailAddress;
import dev.serai.files.OwnAddresses;
import dev.serai.files.Problems;
import dev.serai.files.StepDefinition;
import dev.serai.files.TenantAddresses;
import java.util.List;

/** Checks whom a step passes mail on to. What an expression makes is seen when it runs. */
final class RecipientCheck {
    private RecipientCheck() {}

    static void step(StepDefinition step, Generation generation, Problems problems) {
        if (step.find("text").isPresent() && step.find("response").isPresent()) {
            problems.error(
                    step.places().of("response"),
                    "step '" + step.id()
                            + "' has both 'text' and 'response' as its covering text; expected one of them");
        }
        TenantAddresses own = ours(step, generation);
        step.find("to")
                .filter(text -> !text.contains("${") && !text.contains("{{"))
                .ifPresent(text -> addresses(step, MailAddress.split(text), own, problems));
    }

    /** Of a shared strategy nobody knows whose mail it passes on: all of them count. */
    private static TenantAddresses ours(StepDefinition step, Generation generation) {
        OwnAddresses own = OwnAddresses.of(generation);
        return StrategyTenant.of(step.routeId(), generation)
                .map(tenant -> own.to(tenant.value()))
                .orElseGet(own::all);
    }

    private static void addresses(StepDefinition step, List<String> all, TenantAddresses own, Problems problems) {
        for (String one : all) {
            try {
                if (own.contains(MailAddress.bare(one))) {
                    ActionCheck.error(
                            step,
                            "to",
                            "'" + one + "' is one of our own addresses; the mail would come back",
                            problems);
                }
            } catch (IllegalArgumentException noAddress) {
                ActionCheck.error(step, "to", String.valueOf(noAddress.getMessage()), problems);
            }
        }
    }
}
