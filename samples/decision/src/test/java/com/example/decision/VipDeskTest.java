package com.example.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.serai.decision.Decision;
import dev.serai.decision.Decision.Ending;
import dev.serai.decision.Interaction;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VipDeskTest {
    private static final Interaction MAIL = Interaction.mail("jo@example.org", "My invoice", "Where is it?");

    private final VipDesk desk = new VipDesk(Map.of("queue", "vip"));

    @Test
    void importantCustomersShouldHaveAQueueOfTheirOwn() {
        Decision decision = desk.decide(MAIL.with("points", 250));

        assertEquals(Ending.PLACE, decision.ending());
        assertEquals("vip", decision.target());
    }

    @Test
    void othersShouldGoOn() {
        assertEquals(Ending.NONE, desk.decide(MAIL).ending());
    }
}
