package dev.serai.dispatch;

import dev.serai.dispatch.Claims.Claimed;
import dev.serai.files.AccountDefinition;
import dev.serai.interaction.AccountName;
import dev.serai.interaction.Fence;
import java.util.Objects;

/** A claimed mail with the accounts and routes that were live when it was claimed. */
record Leaving(Claimed claimed, Exits exits) {

    Fence fence() {
        return claimed.work().fence();
    }

    AccountName account() {
        return claimed.dispatch().account();
    }

    /** As it was defined then. */
    AccountDefinition definition() {
        return Objects.requireNonNull(
                exits.generation().accounts().get(account()), "mail is claimed for accounts that there are");
    }
}
