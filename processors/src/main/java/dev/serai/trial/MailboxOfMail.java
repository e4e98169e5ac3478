package dev.serai.trial;

import dev.serai.files.Generation;
import dev.serai.files.MailboxDefinition;
import dev.serai.files.TenantAddresses;
import dev.serai.interaction.PointName;
import dev.serai.interaction.TenantName;
import dev.serai.message.MailAddress;
import dev.serai.message.MailMessage;
import dev.serai.mime.MimeReader;
import dev.serai.mime.RawSource;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** By which mailbox a mail would have come. */
final class MailboxOfMail {
    private MailboxOfMail() {}

    /**
     * The one that is named, else the first whose address the mail has among its recipients; null where there is none.
     *
     * @throws IOException when the mail cannot be read
     */
    static @Nullable MailboxDefinition of(
            Generation generation, RawSource raw, @Nullable PointName point, @Nullable TenantName tenant)
            throws IOException {
        if (point != null) {
            return generation.mailboxes().get(point);
        }
        if (generation.mailboxes().isEmpty()) {
            return null;
        }
        MailMessage message = new MimeReader().read(Oversize.of(raw, null).raw());
        Set<String> addressed = Stream.concat(message.to().stream(), message.cc().stream())
                .map(MailAddress::address)
                .collect(Collectors.toSet());
        Optional<MailboxDefinition> found = generation.mailboxes().values().stream()
                .filter(box -> tenant == null || box.point().tenantName().equals(tenant))
                .filter(box -> addressed.stream().anyMatch(TenantAddresses.only(box.address())::contains))
                .findFirst();
        return found.orElse(null);
    }
}
