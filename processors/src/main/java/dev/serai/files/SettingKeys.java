package dev.serai.files;

import java.util.List;
import java.util.Optional;

/**
 * All settings, each declared in the class of its area: {@code serai.<area>.<option>} is {@code <Area>Keys.<OPTION>}.
 * {@code docs/reference/configuration.md} is checked against it.
 */
public final class SettingKeys {
    private static final List<SettingKey> ALL = List.of(
            HttpKeys.HOST,
            HttpKeys.PORT,
            HttpKeys.MAX_BODY,
            HttpKeys.AUTHENTICATION,
            HttpKeys.TLS,
            HttpKeys.CERTIFICATE,
            HttpKeys.CERTIFICATE_KEY,
            HttpKeys.CERTIFICATE_SECRET,
            HttpKeys.PUBLIC_URL,
            HttpKeys.PROXIES,
            JwtKeys.ISSUER,
            JwtKeys.AUDIENCE,
            JwtKeys.JWKS,
            JwtKeys.TRUST_STORE,
            JwtKeys.ROLES_CLAIM,
            JwtKeys.ROLES,
            JwtKeys.TENANT_CLAIM,
            JwtKeys.POINTS_CLAIM,
            JwtKeys.NAME_CLAIM,
            JwtKeys.CLOCK_SKEW,
            JwtKeys.MAX_AGE,
            JwtKeys.RATE,
            HubKeys.DATA,
            HubKeys.LANGUAGE,
            HubKeys.TIME_ZONE,
            AgentKeys.FIRST_NAME,
            AgentKeys.LAST_NAME,
            AgentKeys.SIGNATURE,
            DatabaseKeys.URL,
            DatabaseKeys.USERNAME,
            DatabaseKeys.SECRET,
            DatabaseKeys.POOL,
            BrokerKeys.URL,
            BrokerKeys.USERNAME,
            BrokerKeys.SECRET,
            BrokerKeys.LISTEN,
            BrokerKeys.STORE,
            DispatchKeys.MODE,
            DispatchKeys.DIVERT_TO,
            ReplyKeys.AUTOMATIC,
            ReplyKeys.MAX_AGE,
            ReplyKeys.CAP_WINDOW,
            ReplyKeys.CAP_ADDRESS,
            ReplyKeys.CAP_THREAD,
            ForwardKeys.CAP_THREAD,
            NotifyKeys.CAP_ADDRESS,
            ReplyKeys.CAP_SAME,
            ReplyKeys.CAP_DOMAIN,
            ReviewKeys.FOUR_EYES,
            StoreKeys.GROUP_ITEMS,
            StoreKeys.GROUP_BYTES,
            ConfigKeys.QUIET,
            ConfigKeys.LOOK,
            ConfigKeys.KEEP,
            QueueKeys.WINDOW,
            StrategyKeys.DEADLINE,
            StrategyKeys.LEASE,
            StrategyKeys.ATTEMPTS,
            CaptureKeys.WORKERS,
            CaptureKeys.MAX_INTAKE_BACKLOG,
            CaptureKeys.SILENT_AFTER,
            EventsKeys.TOPIC,
            EventsKeys.KAFKA_CLUSTER,
            EventsKeys.KAFKA_TOPIC,
            EventsKeys.BEGIN,
            EventsKeys.KEEP,
            ThreadsKeys.SECRET,
            ThreadsKeys.STRANGERS,
            ThreadsKeys.STORM,
            IntakeKeys.SENDER_STORM);

    private SettingKeys() {}

    /** All settings, in the order of the reference page. */
    public static List<SettingKey> all() {
        return ALL;
    }

    /** The setting of a name. */
    public static Optional<SettingKey> find(String name) {
        return ALL.stream().filter(key -> key.name().equals(name)).findFirst();
    }
}
