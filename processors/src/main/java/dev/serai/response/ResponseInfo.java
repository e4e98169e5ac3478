package dev.serai.response;

import dev.serai.files.Belonging;
import dev.serai.interaction.TenantName;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the front matter of a standard response says, apart from its texts.
 *
 * @param language a BCP 47 tag in lower case
 * @param category empty when there is none
 * @param tenant whose interactions alone it answers; empty = all tenants'
 * @param validFrom first day of use
 * @param validUntil last day of use
 * @param quote whether the original is quoted below the text
 * @param attachments names of files in {@code config/responses/attachments/}
 */
public record ResponseInfo(
        String name,
        String language,
        Set<Usage> usage,
        String category,
        Optional<TenantName> tenant,
        boolean active,
        boolean approved,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validUntil,
        boolean quote,
        List<String> attachments)
        implements Belonging {

    public ResponseInfo {
        usage = Set.copyOf(usage);
        attachments = List.copyOf(attachments);
    }

    /** Why the response may not be used for something; empty when it may. */
    Optional<String> unfit(Usage wanted) {
        return usage.contains(wanted)
                ? Optional.empty()
                : Optional.of("response '" + name + "' (" + language + ") is not meant for this; its usage lacks "
                        + wanted.name().toLowerCase(Locale.ROOT));
    }

    /** Why the response may not be used now, by the days of a time zone; empty when it may. */
    public Optional<String> unusable(Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        String who = "response '" + name + "' (" + language + ") is ";
        if (!active) {
            return Optional.of(who + "not active (active: false)");
        }
        if (!approved) {
            return Optional.of(who + "not approved (approved: false)");
        }
        if (validFrom.isPresent() && today.isBefore(validFrom.get())) {
            return Optional.of(who + "not valid before " + validFrom.get());
        }
        return validUntil.filter(today::isAfter).map(last -> who + "not valid after " + last);
    }
}
