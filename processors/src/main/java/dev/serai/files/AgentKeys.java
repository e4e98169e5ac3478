package dev.serai.files;

import static dev.serai.files.SettingKey.Kind.TEXT;

/** Settings of the agent as whom automatic mail speaks: {@code serai.agent.}. */
public final class AgentKeys {
    /** The default agent's first name. */
    public static final SettingKey FIRST_NAME = new SettingKey(
            "serai.agent.first-name",
            "",
            TEXT,
            "name",
            "The first name of the agent as whom automatic mail speaks: Agent.FirstName in responses.",
            "Empty makes responses use their fallback.");

    /** The default agent's last name. */
    public static final SettingKey LAST_NAME = new SettingKey(
            "serai.agent.last-name",
            "",
            TEXT,
            "name",
            "The last name of that agent: Agent.LastName.",
            "Empty makes responses use their fallback.");

    /** The default agent's signature. */
    public static final SettingKey SIGNATURE = new SettingKey(
            "serai.agent.signature",
            "",
            TEXT,
            "text; \\n begins a new line",
            "The signature of that agent: Agent.Signature.",
            "Empty makes responses use their fallback, which may differ by language; one that is given is used in all.");

    private AgentKeys() {}
}
