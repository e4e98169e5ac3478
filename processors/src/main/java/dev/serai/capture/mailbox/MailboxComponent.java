package dev.serai.capture.mailbox;

import dev.serai.capture.CapturePoints;
import dev.serai.capture.PointEndpoint;
import dev.serai.interaction.PointName;
import dev.serai.threads.Endurance;
import dev.serai.threads.Ticks;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** {@code serai-mailbox:<name>}: the mailbox of that name in the live files; to be added under that scheme. */
public final class MailboxComponent extends DefaultComponent {
    /** The scheme under which the hub adds this component. */
    public static final String SCHEME = "serai-mailbox";

    private static final Duration TICK = Duration.ofSeconds(1);

    private final MailboxTools tools;
    private final ScheduledExecutorService scribe = Ticks.named("serai-watchdog", 1);

    /** @param points shared with all other components of capture points */
    public MailboxComponent(CapturePoints points) {
        this.tools = MailboxTools.of(points);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        PointName name = PointName.of(remaining);
        return new PointEndpoint(uri, this, (endpoint, steps) -> new MailboxConsumer(endpoint, steps, name, tools));
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        tools.spool().clear();
        tools.roles().start();
        tools.workers().every(TICK, tools.watchdog()::look);
        ScheduledFuture<?> unused =
                Endurance.every(scribe, "silence-of-mailboxes", TICK, TICK, tools.watchdog()::write);
    }

    @Override
    protected void doShutdown() throws Exception {
        Ticks.end(scribe);
        tools.roles().close();
        tools.servers().close();
        tools.workers().close();
        super.doShutdown();
    }
}
