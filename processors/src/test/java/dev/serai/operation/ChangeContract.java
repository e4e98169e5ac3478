package dev.serai.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.interaction.Interaction;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an interaction says of itself is changed. */
abstract class ChangeContract extends OperationContract {

    @Test
    void changeShouldMergeUserDataAndRaiseTheVersion() {
        Interaction stored = submit("{'queue':'billing','userData':{'a':'1','b':'2'}}");

        Interaction after = run(change(stored, "{'priority':5,'language':'fr','userData':{'a':null,'c':3}}"))
                .orThrow();

        assertThat(after.userData()).containsOnly(Map.entry("b", "2"), Map.entry("c", 3));
        assertThat(after.standing().priority()).isEqualTo(5);
        assertThat(after.language()).isEqualTo("fr");
        assertThat(after.version()).isEqualTo(stored.version() + 1);
    }

    @Test
    void changeShouldBeRefusedWhenTheVersionIsOld() {
        Interaction stored = submit("{'queue':'billing'}");
        run(change(stored, "{'userData':{'a':'1'}}"));

        assertThat(refusal(run(change(stored, "{'userData':{'a':'2'}}")))).isEqualTo(Code.VERSION_MISMATCH);
        assertThat(load(stored.id()).userData()).containsEntry("a", "1");
    }

    @Test
    void changeShouldRefuseFieldsThatOperationsChange() {
        assertThatThrownBy(() -> ChangeRequest.read(fields("{'queue':'general'}")))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().faults().get(0).pointer())
                                .isEqualTo("/queue"));
    }

    private Change change(Interaction stored, String json) {
        return new Change(target(stored), stored.version(), ChangeRequest.read(fields(json)), OPERATOR);
    }
}
