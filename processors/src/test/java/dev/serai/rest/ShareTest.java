package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.store.TenantTable;
import org.junit.jupiter.api.Test;

class ShareTest {
    private final Share share = new Share("streams", 4, 2);

    @Test
    void aTenantsCallersShouldNotTakeAllThatThereIs() {
        assertThatThrownBy(() -> share.admit("acme", 2, 2))
                .isInstanceOf(Overloaded.class)
                .hasMessageContaining("too many streams are open for tenant 'acme'");
    }

    @Test
    void anotherTenantAndTheHubShouldStillBegin() {
        assertThatCode(() -> share.admit("globex", 3, 1)).doesNotThrowAnyException();
        assertThatCode(() -> share.admit(TenantTable.ALL, 3, 3)).doesNotThrowAnyException();
    }

    @Test
    void nobodyShouldBeginWhenAllAreOpen() {
        assertThatThrownBy(() -> share.admit(TenantTable.ALL, 4, 0))
                .hasMessageStartingWith("too many streams are open;");
    }
}
