package dev.serai.transform.smime;

import dev.serai.message.Attachment;
import java.util.Set;

/** Which attachments are signed, compressed or encrypted, by their type and, where senders mislabel them, their name. */
final class CryptoTypes {
    private static final Set<String> MESSAGES = Set.of(
            "application/pkcs7-mime",
            "application/x-pkcs7-mime",
            "application/cms",
            "application/pkcs7",
            "application/x-pkcs7");
    private static final Set<String> SIGNATURES =
            Set.of("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature");
    static final String PGP_ENCRYPTED = "application/pgp-encrypted";

    private CryptoTypes() {}

    static boolean isCrypto(Attachment attachment) {
        return attachment.contentType().startsWith("application/")
                && (isMessage(attachment) || isSignature(attachment) || isPgpEncrypted(attachment));
    }

    /** A CMS message: by type, or an {@code application/octet-stream} and the like with the name of one. */
    static boolean isMessage(Attachment attachment) {
        return MESSAGES.contains(attachment.contentType())
                || endsWith(attachment.name(), ".p7m")
                || endsWith(attachment.name(), ".p7z");
    }

    static boolean isSignature(Attachment attachment) {
        return SIGNATURES.contains(attachment.contentType()) || endsWith(attachment.name(), ".p7s");
    }

    static boolean isPgpEncrypted(Attachment attachment) {
        return attachment.contentType().equals(PGP_ENCRYPTED);
    }

    private static boolean endsWith(String name, String extension) {
        return name.regionMatches(true, name.length() - extension.length(), extension, 0, extension.length());
    }
}
