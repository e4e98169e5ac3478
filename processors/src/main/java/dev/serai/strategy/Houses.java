package dev.serai.strategy;

import dev.serai.files.Belonging;

/** What the steps of a strategy may use: what is shared, and what is of the interaction's own tenant. */
final class Houses {
    private Houses() {}

    /**
     * Lets a thing of the interaction's tenant, or a shared one, pass.
     *
     * @param kind what it is, such as queue
     * @throws StrategyException when it is another tenant's: the run fails
     */
    static void require(Action.Step step, Belonging thing, String kind, String name) throws StrategyException {
        String tenant = step.run().interaction().tenant();
        if (!Belonging.may(tenant, thing)) {
            throw new StrategyException(step.definition().place() + ": step '"
                    + step.definition().id() + "' names " + kind + " '" + name
                    + "', which is not declared for all or for tenant '" + tenant + "', whose the interaction is");
        }
    }
}
