package dev.serai.dispatch;

import dev.serai.files.DispatchKeys;
import dev.serai.files.QueueKeys;
import dev.serai.files.SettingRefused;
import dev.serai.files.Settings;
import dev.serai.files.StrategyKeys;
import dev.serai.interaction.Party;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The settings of sending.
 *
 * @param node this process, as the owner of leases
 * @param divertTo who gets everything in mode divert; null in the others
 * @param window mails in flight on this node, over all accounts
 * @param lease renewed while a mail is being sent
 */
public record DispatchPolicy(
        String node, DispatchMode mode, @Nullable String divertTo, int window, Duration lease) {

    /** @throws IllegalArgumentException when the mode is divert and `divertTo` is no address */
    public DispatchPolicy {
        if (mode == DispatchMode.DIVERT) {
            divertTo = Addresses.checked("serai.dispatch.divert-to", new Party(null, divertTo == null ? "" : divertTo))
                    .address();
        }
    }

    /** @throws SettingRefused when the mode is divert and nobody, or no address, is said to get the mail */
    public static DispatchPolicy of(Settings settings, String node) {
        DispatchMode mode = DispatchMode.of(settings.text(DispatchKeys.MODE));
        Optional<String> divertTo = settings.find(DispatchKeys.DIVERT_TO);
        if (mode == DispatchMode.DIVERT && divertTo.isEmpty()) {
            throw new SettingRefused(
                    DispatchKeys.MODE,
                    "serai.dispatch.mode is divert and serai.dispatch.divert-to is missing; expected an address");
        }
        try {
            return new DispatchPolicy(
                    node,
                    mode,
                    divertTo.orElse(null),
                    settings.number(QueueKeys.WINDOW),
                    settings.duration(StrategyKeys.LEASE));
        } catch (IllegalArgumentException noAddress) {
            throw new SettingRefused(DispatchKeys.DIVERT_TO, String.valueOf(noAddress.getMessage()));
        }
    }
}
