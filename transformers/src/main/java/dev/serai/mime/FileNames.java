package dev.serai.mime;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** File names that are safe to show and to save. */
public final class FileNames {
    private static final int LONGEST = 255;
    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("text/plain", "txt"),
            Map.entry("text/html", "html"),
            Map.entry("text/calendar", "ics"),
            Map.entry("text/csv", "csv"),
            Map.entry("text/richtext", "rtx"),
            Map.entry("text/rtf", "rtf"),
            Map.entry("text/xml", "xml"),
            Map.entry("text/vcard", "vcf"),
            Map.entry("text/x-vcard", "vcf"),
            Map.entry("text/rfc822-headers", "txt"),
            Map.entry("image/jpeg", "jpg"),
            Map.entry("image/jpg", "jpg"),
            Map.entry("image/svg+xml", "svg"),
            Map.entry("image/tiff", "tif"),
            Map.entry("image/bmp", "bmp"),
            Map.entry("image/png", "png"),
            Map.entry("image/gif", "gif"),
            Map.entry("image/webp", "webp"),
            Map.entry("image/heic", "heic"),
            Map.entry("audio/mpeg", "mp3"),
            Map.entry("audio/wav", "wav"),
            Map.entry("video/mp4", "mp4"),
            Map.entry("application/pdf", "pdf"),
            Map.entry("application/rtf", "rtf"),
            Map.entry("application/zip", "zip"),
            Map.entry("application/json", "json"),
            Map.entry("application/xml", "xml"),
            Map.entry("application/ics", "ics"),
            Map.entry("application/x-gzip", "gz"),
            Map.entry("application/gzip", "gz"),
            Map.entry("application/msword", "doc"),
            Map.entry("application/vnd.ms-excel", "xls"),
            Map.entry("application/pkcs7-signature", "p7s"),
            Map.entry("application/x-pkcs7-signature", "p7s"),
            Map.entry("application/pkcs7-mime", "p7m"),
            Map.entry("application/x-pkcs7-mime", "p7m"),
            Map.entry("application/pgp-signature", "asc"),
            Map.entry("application/pgp-encrypted", "asc"),
            Map.entry("application/ms-tnef", "dat"),
            Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
            Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"));

    private FileNames() {}

    /** The sender's name made safe, or one made up from the type and the place among the attachments, from 1. */
    public static String of(@Nullable String given, String contentType, int number) {
        String safe = given == null ? "" : safe(given);
        return safe.isEmpty() ? madeUp(contentType, number) : safe;
    }

    /** The same of a name of one char per byte, whose charset nobody tells. */
    public static String ofBytes(String given, String contentType, int number) {
        return of(HeaderText.decode(given), contentType, number);
    }

    /** The content type that goes with a name's extension; {@code application/octet-stream} where none is known. */
    public static String typeOf(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return EXTENSIONS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(extension))
                .map(Map.Entry::getKey)
                .min(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                .orElse("application/octet-stream");
    }

    /** The leaf of a path, without control and direction characters, at most 255 characters; may be empty. */
    static String safe(String name) {
        String clean = HeaderText.clean(name).replaceAll("[\\u202a-\\u202e\\u2066-\\u2069\\u200e\\u200f]", "");
        int slash = Math.max(clean.lastIndexOf('/'), clean.lastIndexOf('\\'));
        String leaf = clean.substring(slash + 1).strip();
        if (leaf.equals(".") || leaf.equals("..")) {
            return "";
        }
        return leaf.length() <= LONGEST ? leaf : shortened(leaf);
    }

    private static String shortened(String leaf) {
        int dot = leaf.lastIndexOf('.');
        String extension = dot > 0 && leaf.length() - dot <= 16 ? leaf.substring(dot) : "";
        return leaf.substring(0, LONGEST - extension.length()) + extension;
    }

    private static String madeUp(String contentType, int number) {
        if (contentType.equals("message/rfc822") || contentType.equals("message/global")) {
            return number == 1 ? "message.eml" : "message-" + number + ".eml";
        }
        return "attachment-" + number + "." + EXTENSIONS.getOrDefault(contentType, "bin");
    }
}
