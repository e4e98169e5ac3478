package dev.serai.strategy;

import dev.serai.interaction.OutboundDraft.Kind;
import java.util.Map;
import org.apache.camel.Processor;
import org.apache.camel.spi.Registry;

/** The processors behind the action kamelets, by the bean names that the kamelets use. */
public final class Actions {
    private static final Map<String, Processor> BY_NAME = Map.of(
            "screenAction", new ScreenAction(),
            "priorityAction", new PriorityAction(),
            "attachAction", new AttachAction(),
            "placeAction", new PlaceAction(),
            "holdAction", new HoldAction(),
            "hoursAction", new HoursAction(),
            "stopAction", new StopAction(),
            "sendAction", new SendAction(),
            "acknowledgeAction", new AutomaticReplyAction(Kind.ACKNOWLEDGEMENT),
            "autorespondAction", new AutomaticReplyAction(Kind.AUTORESPONSE));

    private Actions() {}

    public static void bind(Registry registry) {
        BY_NAME.forEach(registry::bind);
    }
}
