package dev.serai.strategy;

import dev.serai.interaction.OutboundDraft.Kind;
import java.util.Map;
import org.apache.camel.Processor;
import org.apache.camel.spi.Registry;

/** The processors behind the action kamelets, by the bean names that the kamelets use. */
public final class Actions {
    private static final Map<String, Processor> BY_NAME = Map.ofEntries(
            Map.entry("screenAction", new ScreenAction()),
            Map.entry("priorityAction", new PriorityAction()),
            Map.entry("attachAction", new AttachAction()),
            Map.entry("classifyAction", new ClassifyAction()),
            Map.entry("lookupAction", new LookupAction()),
            Map.entry("callAction", new CallAction()),
            Map.entry("beanAction", new BeanAction()),
            Map.entry("placeAction", new PlaceAction()),
            Map.entry("holdAction", new HoldAction()),
            Map.entry("hoursAction", new HoursAction()),
            Map.entry("forwardAction", new ForwardAction()),
            Map.entry("notifyAction", new NotifyAction()),
            Map.entry("redirectAction", new RedirectAction()),
            Map.entry("waitAction", new WaitAction()),
            Map.entry("stopAction", new StopAction()),
            Map.entry("sendAction", new SendAction()),
            Map.entry("acknowledgeAction", new AutomaticReplyAction(Kind.ACKNOWLEDGEMENT)),
            Map.entry("autorespondAction", new AutomaticReplyAction(Kind.AUTORESPONSE)));

    private Actions() {}

    public static void bind(Registry registry) {
        BY_NAME.forEach(registry::bind);
    }
}
