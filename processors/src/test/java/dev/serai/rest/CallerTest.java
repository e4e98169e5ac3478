package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.access.Role;
import dev.serai.interaction.PointName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whose Idempotency-Keys are whose. */
class CallerTest {

    @Test
    void keysOfTwoCallersShouldNeverMeet() {
        List<String> scopes = Stream.of(
                        new Caller("operator", Set.of(Role.SUBMIT), Set.of(), Optional.empty()),
                        new Caller("crm", Set.of(Role.SUBMIT), Set.of(), Optional.empty()),
                        new Caller("a".repeat(59), Set.of(Role.SUBMIT), Set.of(), Optional.empty()),
                        new Caller("a".repeat(60), Set.of(Role.SUBMIT), Set.of(), Optional.empty()),
                        new Caller("a".repeat(60) + "-b", Set.of(Role.SUBMIT), Set.of(), Optional.empty()),
                        new Caller("a".repeat(60) + "-c", Set.of(Role.SUBMIT), Set.of(), Optional.empty()),
                        Caller.OPERATOR)
                .map(Caller::deliveries)
                .toList();

        assertThat(scopes)
                .doesNotHaveDuplicates()
                .allSatisfy(scope -> assertThat(scope).hasSizeLessThanOrEqualTo(64));
    }

    @Test
    void noCapturePointShouldBeCalledAsACallersKeysAre() {
        for (String name : new String[] {"crm", "a".repeat(63)}) {
            String scope = new Caller(name, Set.of(Role.SUBMIT), Set.of(), Optional.empty()).deliveries();
            assertThatThrownBy(() -> PointName.of(scope)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> PointName.of(Caller.OPERATOR.deliveries()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
