package dev.serai.capture.mailbox;

import dev.serai.capture.CapturePoints;
import dev.serai.interaction.PointName;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** {@code serai-mailbox:<name>}: the mailbox of that name in the live files; to be added under that scheme. */
public final class MailboxComponent extends DefaultComponent {
    /** The scheme under which the hub adds this component. */
    public static final String SCHEME = "serai-mailbox";

    private final MailboxTools tools;

    /** @param points shared with all other components of capture points */
    public MailboxComponent(CapturePoints points) {
        this.tools = MailboxTools.of(points);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        return new MailboxEndpoint(uri, this, PointName.of(remaining), tools);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        tools.spool().clear();
        tools.roles().start();
    }

    @Override
    protected void doShutdown() throws Exception {
        tools.roles().close();
        tools.workers().close();
        super.doShutdown();
    }
}
