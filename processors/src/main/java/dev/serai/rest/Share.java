package dev.serai.rest;

import dev.serai.store.TenantTable;

/**
 * How many calls may stay open at once on a node, so that one tenant's callers leave room for others.
 *
 * @param what the calls, in words
 * @param all of everybody
 * @param ofTenant of the callers of one tenant
 */
record Share(String what, int all, int ofTenant) {

    /**
     * Lets one more begin.
     *
     * @param tenant whose it is, or all
     * @param open of everybody
     * @param own of the same tenant
     * @throws Overloaded when it is one too many
     */
    void admit(String tenant, long open, long own) {
        boolean greedy = !tenant.equals(TenantTable.ALL) && own >= ofTenant;
        if (greedy || open >= all) {
            throw new Overloaded("too many " + what + " are open" + (greedy ? " for tenant '" + tenant + "'" : ""));
        }
    }
}
