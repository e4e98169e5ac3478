package dev.serai.interaction;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A client's opaque proof that it holds an interaction: the fence, encoded. */
public final class LeaseToken {
    private LeaseToken() {}

    public static String of(Fence fence) {
        String plain = String.join(":", fence.tenant(), fence.id().value(), "" + fence.placement(), "" + fence.claim());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** The fence in the token, or empty when the text never was a token. */
    public static Optional<Fence> parse(String token) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split(":");
            if (parts.length != 4) {
                return Optional.empty();
            }
            return Optional.of(new Fence(
                    parts[0], InteractionId.of(parts[1]), Integer.parseInt(parts[2]), Long.parseLong(parts[3])));
        } catch (IllegalArgumentException notAToken) {
            return Optional.empty();
        }
    }
}
